// SPDX-License-Identifier: MIT
// A failing schedule made simple: as few preemptions as possible, then as few choices that are not
// the plainest, then as short as possible. Delta debugging (Zeller and Hildebrandt, "Simplifying
// and isolating failure-inducing input", TSE 2002) on the schedule's list of choices, in which 0
// always is the plain answer: no switch, the smallest instance, nothing unusual.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
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

/// What a schedule came to that was run to see whether it is simpler.
struct Attempt {
  std::optional<model::Verdict> verdict;  ///< none: it did not fail
  bool may_run_again = true;
  std::vector<std::uint32_t> choices;  ///< that it made
  std::uint32_t preemptions = 0;
  std::uint32_t points = 0;
};

/// Runs the schedule of the choices it is given. What they leave open is decided plainly, and
/// choices that no question asks for are left out of those that come back.
using Run = std::function<Attempt(const std::vector<std::uint32_t>&)>;

/// Returns whether a failure is cheap and safe to reproduce: false for time and memory limits, and
/// after a signal, which may have corrupted the engine.
bool may_run_again(const model::Failure& failure);

/// Returns choices that lead to a failure with `verdict`, at most as hard to understand as
/// `choices`, which do too. Calls `run` at most so often that it takes a fraction of a second, and
/// never again after an attempt that may not run again. Deterministic if `run` is.
std::vector<std::uint32_t> minimise(std::vector<std::uint32_t> choices, model::Verdict verdict,
                                    const Run& run);

}  // namespace kata::explore
