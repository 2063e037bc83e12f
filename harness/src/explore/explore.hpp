// SPDX-License-Identifier: MIT
// Many schedules: until the budget is used up or one fails; then that one again, with a trace.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "explore/confidence.hpp"
#include "findings/warnings.hpp"
#include "trace/event.hpp"
#include "world/outcome.hpp"

namespace kata::explore {

struct Settings {
  std::uint64_t schedules = 10'000;
  std::uint64_t seed = 1;
  std::string strategy = "portfolio";
  double time_limit = 60;        ///< seconds of wall-clock time for the whole run
  std::set<std::string> reject;  ///< kinds of warning that count as failures
  std::string problem;
  std::string submission;             ///< name to show; empty: the file's own
  std::optional<std::string> replay;  ///< a token: run this schedule and no other
  bool show_output = false;
  bool races_allowed = false;  ///< of a program: a race is no bug, but racy accesses are points
};

using findings::Warning;

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
};

/// Throws std::invalid_argument for a strategy or token that does not exist.
Result explore(const Settings& settings);

}  // namespace kata::explore
