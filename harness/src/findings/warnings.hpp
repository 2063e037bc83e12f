// SPDX-License-Identifier: MIT
// Flaws of an answer that is right: gathered over all schedules, in the end a warning for each
// kind. A problem's policy may turn a warning into a rejection.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "oracle/oracle.hpp"
#include "world/outcome.hpp"

namespace kata::findings {

struct Warning {
  std::string kind;
  std::string message;
  trace::Stack at = {};  ///< a place in the submission that it is about; may be empty
};

class Warnings {
 public:
  /// A kind of warning that one schedule shows by itself, and the thread that showed it.
  struct Shown {
    std::string kind;
    std::uint16_t thread;
  };

  /// Takes in a schedule that did not fail. Returns the kinds that it shows and that no schedule
  /// before it showed.
  std::vector<Shown> add(const model::Outcome& outcome, const std::vector<oracle::Mark>& marks);

  /// Returns the warnings, in an order that depends on the submission and the seed only.
  std::vector<Warning> list() const;

 private:
  struct Count {
    std::uint64_t chances = 0;
    std::uint64_t reached = 0;
    std::uint64_t flaws = 0;
  };
  // By address would be another order in another build.
  struct ByText {
    bool operator()(const Remark* a, const Remark* b) const;
  };

  std::uint64_t busy_ = 0;
  std::uint64_t sleep_polls_ = 0;
  std::uint64_t timeout_polls_ = 0;
  std::uint64_t timed_waits_met_ = 0;
  trace::Stack sleep_poll_at_;
  trace::Stack timeout_poll_at_;
  std::map<const Remark*, Count, ByText> counts_;
  std::set<std::string> shown_;
};

/// Returns where a schedule that ran with tracing on showed what warnings of that kind are about;
/// may be empty.
trace::Stack shown_at(const std::string& kind, const model::Outcome& outcome);

/// Returns the failure that the policy makes of a warning of that kind. `message` is the warning's,
/// `thread` the one that showed it.
model::Failure policy_failure(const std::string& kind, const std::string& message,
                              std::uint16_t thread = 0);

}  // namespace kata::findings
