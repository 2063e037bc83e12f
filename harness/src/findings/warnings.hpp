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
#include "world/warning.hpp"

namespace kata::findings {

struct Warning {
  const model::WarningKind* kind;
  std::string message;
  trace::Stack at = {};  ///< a place in the submission that it is about; may be empty
};

class Warnings {
 public:
  /// A kind of warning that one schedule shows by itself, and the thread that showed it.
  struct Shown {
    const model::WarningKind* kind;
    std::uint16_t thread;
  };

  /// Takes in a schedule that did not fail. Returns the kinds that it shows and that no schedule
  /// before it showed. Throws std::logic_error if the harness remarks what is in no list.
  std::vector<Shown> add(const model::Outcome& outcome, const std::vector<oracle::Mark>& marks);

  /// Returns the warnings, in an order that depends on the submission and the seed only.
  std::vector<Warning> list() const;

 private:
  struct Noticed {
    std::uint64_t schedules = 0;
    trace::Stack at;  // in the first of them
  };
  struct Count {
    const model::WarningKind* kind = nullptr;
    std::uint64_t chances = 0;
    std::uint64_t reached = 0;
    std::uint64_t flaws = 0;
  };
  // By address would be another order in another build.
  struct ByText {
    bool operator()(const Remark* a, const Remark* b) const;
  };

  void add_mark(const oracle::Mark& mark, std::vector<Shown>& fresh);
  void show(const model::WarningKind& kind, std::uint16_t thread, std::vector<Shown>& fresh);
  void list_noticed(std::vector<Warning>& all) const;
  void list_remarks(std::vector<Warning>& all) const;

  std::map<const model::WarningKind*, Noticed> noticed_;
  std::uint64_t timeout_polls_ = 0;
  std::uint64_t timed_waits_met_ = 0;
  trace::Stack timeout_poll_at_;
  std::map<const Remark*, Count, ByText> counts_;
  std::set<const model::WarningKind*> shown_;
};

/// Returns where a schedule that ran with tracing on showed what warnings of that kind are about;
/// may be empty.
trace::Stack shown_at(const model::WarningKind& kind, const model::Outcome& outcome);

/// Returns the failure that the policy makes of a warning of that kind. `message` is the warning's,
/// `thread` the one that showed it.
model::Failure policy_failure(const model::WarningKind& kind, const std::string& message,
                              std::uint16_t thread = 0);

}  // namespace kata::findings
