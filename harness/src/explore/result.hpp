// SPDX-License-Identifier: MIT
// What exploring comes to, as plain values: all that an explanation and a report are made from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "explore/confidence.hpp"
#include "findings/warnings.hpp"
#include "trace/event.hpp"
#include "world/outcome.hpp"

namespace kata::explore {

using findings::Warning;

/// What the memory of a race is a part of.
struct RacedMemory {
  bool on_heap = false;
  std::size_t block_size = 0;  ///< in bytes, if on_heap
  std::size_t offset = 0;      ///< of the race in the block, in bytes
  int on_stack_of = -1;        ///< thread id, or -1
};

/// What a thread does that waits on a condition variable in a deadlock, if it is woken.
struct Woken {
  std::uint16_t thread = 0;
  bool goes_on = false;      ///< what it waits for is true, or it does not look
  bool waits_again = false;  ///< what it waits for is not true; neither: that cannot be said
};

/// The schedule that failed, as it ran when it was replayed with a trace.
struct FailedSchedule {
  model::Outcome outcome;
  model::Failure failure;
  std::string scenario;
  std::string token;
  std::uint64_t number = 0;       ///< from 1
  std::uint32_t preemptions = 0;  ///< times a thread that could go on was interrupted
  std::vector<trace::Event> events;
  std::uint32_t events_omitted = 0;
  bool is_whole = false;  ///< the events begin where the schedule does
  /// Of a schedule that went two ways: the first step that differs, in one run and in the other; of
  /// the other alone where one had ended.
  std::vector<trace::Event> parted;
  RacedMemory memory;  ///< of a race
  /// It goes another way where memory that was never written holds other values.
  bool reads_unwritten = false;
  std::vector<Woken> woken;  ///< of a deadlock
};

struct Result {
  model::Verdict verdict = model::Verdict::accepted;
  std::vector<Warning> warnings;
  std::uint64_t run = 0;
  std::uint64_t distinct = 0;
  std::uint64_t fingerprint = 0;  ///< of all questions and answers, in order
  double seconds = 0;
  model::Statistics statistics;
  std::optional<FailedSchedule> failed;
  std::optional<Confidence> confidence;  ///< in an acceptance that is no replay
  bool of_program = false;               ///< a whole program ran, and no harness
};

}  // namespace kata::explore
