// SPDX-License-Identifier: MIT
// A failing schedule made simple: as few preemptions as possible, then as few choices that are not
// the plainest, then as short as possible. Delta debugging (Zeller and Hildebrandt, "Simplifying
// and isolating failure-inducing input", TSE 2002) on the schedule's list of choices, in which 0
// always is the plain answer: no switch, the smallest instance, nothing unusual.
#pragma once

#include <cstdint>
#include <vector>

#include "world/outcome.hpp"

namespace kata::explore {

/// What a schedule's failure costs to understand.
struct Effort {
  std::uint32_t preemptions = 0;  ///< times a thread that could go on was interrupted
  std::uint32_t unusual = 0;      ///< choices that are not the plain one
  std::size_t choices = 0;

  friend auto operator<=>(const Effort&, const Effort&) = default;
};

/// Whether schedules that end so may be run many times: not if each takes seconds or gigabytes, and
/// not after a signal, when anything may be broken, what belongs to the engine too.
bool may_run_again(const model::Failure& failure);

/// Choices that lead to a failure with `verdict`, at most as hard to understand as `choices`, which
/// do too (and it may_run_again). Runs schedules, at most so many that it takes a fraction of a
/// second. Deterministic.
std::vector<std::uint32_t> minimise(std::vector<std::uint32_t> choices, model::Verdict verdict);

}  // namespace kata::explore
