// SPDX-License-Identifier: MIT
// How a schedule ended, as a value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detect/shadow.hpp"
#include "trace/event.hpp"
#include "world/awaited.hpp"
#include "world/verdict.hpp"
#include "world/warning.hpp"

namespace kata::model {

enum class ThreadState : std::uint8_t { running, runnable, blocked, finished };

/// Returns the state's word in reports.
const char* word(ThreadState state);

struct ThreadSummary {
  std::uint16_t id = 0;
  std::string name;
  ThreadState state = ThreadState::runnable;
  trace::Stack created_at;
};

constexpr const char* computes_for_ever =
    "a thread computes on and on without ever synchronising or ending";

/// Why a schedule was stopped.
struct Failure {
  Verdict verdict = Verdict::internal_error;
  std::string message;   ///< one line; explain::headline() completes it
  std::string rule;      ///< what the standard or the statement says about it; may be empty
  std::string expected;  ///< with `got`, if both are not empty
  std::string got;
  std::uint16_t thread = 0;
  bool from_signal = false;     ///< found by the clock or a fault: costly, or unsafe, to run again
  bool out_of_time = false;     ///< only the clock says that anything is wrong
  bool of_all_waiting = false;  ///< the message goes on with what each blocked thread waits for
  bool incomplete = false;      ///< every call has returned, and `got` is not all of `expected`
  trace::Stack stack;           ///< where the failing thread was
  trace::ObjectName object;     ///< that was misused, if one was
  std::optional<detect::Race> race;
  std::string race_name;         ///< the callbacks' name when the race is between callbacks
  std::uintptr_t freed = 0;      ///< memory that was used after it was freed, or 0
  std::uintptr_t exception = 0;  ///< the exception that was not caught, or 0
};

struct Parameter {
  const char* name;
  int value;
};

/// A warning that one schedule shows by itself.
struct Notice {
  const WarningKind* kind = nullptr;
  std::uint16_t thread = 0;  ///< that showed it
  trace::Stack at;           ///< where; may be empty
};

/// Everything about a schedule that is over.
struct Outcome {
  std::optional<Failure> failure;
  std::optional<Failure> unordered;  ///< callbacks that nothing orders; counts if all else is well
  std::vector<ThreadSummary> threads;
  std::vector<WaitingFor> waiting;
  std::vector<Parameter> instance;
  std::uint64_t order = 0;      ///< hash of the happens-before order of all operations
  std::vector<Notice> notices;  ///< each kind once
  bool timeout_poll = false;    ///< a thread waited by letting waits time out and looking again
  bool timed_wait_met = false;  ///< a wait with a time limit ended because another thread ended it
  trace::Stack timeout_poll_at;

  /// Returns what was noticed of that kind; nullptr if nothing was.
  const Notice* noticed(const WarningKind& kind) const;
  /// Notes it, in place of what was noted of that kind before.
  void notice(const WarningKind& kind, std::uint16_t thread, trace::Stack at);
};

/// Sums over schedules, for `kata compare`.
struct Statistics {
  std::uint64_t points = 0;
  std::uint64_t switches = 0;
  std::uint64_t wakeups = 0;
  std::uint64_t lock_operations = 0;
  std::int64_t longest_ns = 0;  ///< virtual time of the longest schedule
  std::uint32_t most_threads = 0;
};

}  // namespace kata::model
