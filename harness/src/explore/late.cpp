// SPDX-License-Identifier: MIT
#include "explore/late.hpp"

#include "choice/token.hpp"
#include "intercept/watchdog.hpp"
#include "oracle/oracle.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::explore {

using model::Verdict;

namespace {

FailedSchedule no_end(const model::Outcome& outcome) {
  FailedSchedule result;
  result.outcome = outcome;
  result.failure = *outcome.failure;
  result.failure.message = "a schedule does not come to its end";
  result.scenario = oracle::current().name;
  result.token = choice::encode_token(model::world->chooser.record());
  return result;
}

}  // namespace

std::optional<FailedSchedule> ran_late(const model::Outcome& outcome, std::uint64_t others,
                                       double seconds_of_others) {
  FailedSchedule result = no_end(outcome);
  if (others == 0) {
    result.failure.verdict = Verdict::internal_error;
    result.failure.message = "not one schedule came to its end in the time that there is for all";
    result.failure.rule =
        "A program that only takes long is no fault: --time-limit gives it more time.";
    return result;
  }
  if (!has_no_end(intercept::seconds_in_schedule(), others, seconds_of_others)) return std::nullopt;
  // Where its choices are too many to be pasted a token is of no use: it takes for ever.
  if (!model::racy.allowed() && result.token.size() <= choice::longest_token) {
    result.number = others + 1;
  }
  return result;
}

FailedSchedule ran_late_again(const model::Outcome& outcome) { return no_end(outcome); }

}  // namespace kata::explore
