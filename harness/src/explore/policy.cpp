// SPDX-License-Identifier: MIT
#include "explore/policy.hpp"

namespace kata::explore {

namespace {

using findings::policy_failure;

// The schedule of `found`, which ended well, as the failure that the policy makes of it.
FailedSchedule against_policy(const Found& found, const model::WarningKind& kind,
                              const std::string& message) {
  FailedSchedule shown = replay(found);
  shown.failure = policy_failure(kind, message, found.thread);
  shown.failure.stack = findings::shown_at(kind, shown.outcome);
  return shown;
}

}  // namespace

void apply_policy(const Settings& settings, const std::map<const model::WarningKind*, Found>& shown,
                  Result& result) {
  for (const Warning& warning : result.warnings) {
    if (!settings.reject.contains(warning.kind)) continue;
    if (const auto found = shown.find(warning.kind); found != shown.end()) {
      result.failed = against_policy(found->second, *warning.kind, warning.message);
    } else {
      result.failed.emplace().failure = policy_failure(*warning.kind, warning.message);
    }
    result.verdict = result.failed->failure.verdict;
    return;
  }
}

}  // namespace kata::explore
