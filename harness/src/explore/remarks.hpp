// SPDX-License-Identifier: MIT
// What is to be said of an answer beyond right and wrong: gathered over all schedules, in the end a
// warning for each thing. A problem's policy may turn a warning into a rejection.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "explore/explore.hpp"
#include "oracle/oracle.hpp"

namespace kata::explore {

class Remarks {
 public:
  /// A kind of warning that one schedule shows all by itself, and the thread that did it.
  struct Shown {
    std::string kind;
    std::uint16_t thread;
  };

  /// Takes in a schedule that did not fail. Returns what it shows that no schedule before it did.
  std::vector<Shown> add(const model::Outcome& outcome, const std::vector<oracle::Mark>& marks);

  /// What is to be said, in an order that depends on the submission and the seed only.
  std::vector<Warning> warnings() const;

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

/// Where a schedule that ran with tracing on showed what warnings of that kind are about; may be
/// empty.
trace::Stack shown_at(const std::string& kind, const model::Outcome& outcome);

/// The failure that a warning of that kind is where the policy rejects it. `message` is the
/// warning's, `thread` did it.
model::Failure policy_failure(const std::string& kind, const std::string& message,
                              std::uint16_t thread = 0);

}  // namespace kata::explore
