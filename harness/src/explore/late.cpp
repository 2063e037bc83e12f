// SPDX-License-Identifier: MIT
#include "explore/late.hpp"

#include "choice/token.hpp"
#include "intercept/process.hpp"
#include "kata/oracle.hpp"
#include "model/program.hpp"
#include "model/racy.hpp"
#include "model/world.hpp"

namespace kata::explore {

using model::Verdict;

std::optional<FailedSchedule> ran_late(const model::Outcome& outcome, std::uint64_t others) {
  constexpr double seconds_of_no_end = 3;
  constexpr double times_the_others = 100;
  const double own = intercept::seconds_in_schedule();
  const double all = intercept::processor_seconds();
  const bool is_first = others == 0;
  if (!is_first && (own < seconds_of_no_end ||
                    own < times_the_others * (all - own) / static_cast<double>(others))) {
    return std::nullopt;
  }
  FailedSchedule result;
  result.outcome = outcome;
  result.failure = *outcome.failure;
  result.scenario = oracle::current().name;
  // Where its choices are too many to be pasted there is no use in a token: it takes for ever.
  result.token = choice::encode_token(model::world->chooser.record());
  if (!is_first && !model::racy.allowed() && result.token.size() <= choice::longest_token) {
    result.number = others + 1;
  }
  if (is_first && model::program_main != nullptr) {
    result.failure.verdict = Verdict::internal_error;
    result.failure.message = "not one schedule came to its end in the time that there is for all";
    result.failure.rule =
        "A program that only takes long is no fault: --time-limit gives it more time.";
  } else if (!is_first) {
    result.failure.message = "a schedule does not end, where others took no time";
  }
  return result;
}

}  // namespace kata::explore
