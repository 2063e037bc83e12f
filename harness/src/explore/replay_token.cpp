// SPDX-License-Identifier: MIT
#include "explore/replay_token.hpp"

#include <map>
#include <stdexcept>

#include "choice/strategy.hpp"
#include "choice/token.hpp"
#include "explore/late.hpp"
#include "explore/policy.hpp"
#include "explore/replay.hpp"
#include "explore/session.hpp"
#include "intercept/watchdog.hpp"
#include "oracle/oracle.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::explore {

namespace {

using findings::Warnings;
using model::world;

void allow_races(const std::vector<std::uint32_t>& sites) {
  model::racy.allow();
  model::racy.use(sites);
  model::watching = true;
}

struct Schedule {
  std::vector<std::uint32_t> choices;
  std::string origin;  // empty: the token holds the choices themselves
};

// The schedule of a token: its choices, or "STRATEGY.SEED.LENGTH", which is run to learn them.
std::optional<Schedule> schedule_of(const std::string& token) {
  if (run_origin(token)) return Schedule{world->chooser.record(), token};
  if (auto choices = choice::decode_token(token)) return Schedule{std::move(*choices), ""};
  return std::nullopt;
}

// "PROBLEM:SCHEDULE", or "PROBLEM:SCHEDULE~SITES" where races are allowed, which it then says
// itself.
std::optional<Schedule> read_token(std::string token) {
  if (const std::size_t colon = token.rfind(':'); colon != std::string::npos) {
    token = token.substr(colon + 1);
  }
  if (const std::size_t tilde = token.find('~'); tilde != std::string::npos) {
    const auto sites = choice::decode_token(std::string_view(token).substr(tilde + 1));
    if (!sites) return std::nullopt;
    allow_races(*sites);
    token.resize(tilde);
  }
  return schedule_of(token);
}

// The schedule ended well: its warnings, and what the policy makes of them.
void add_warnings(const Settings& settings, const model::Outcome& outcome, const Schedule& schedule,
                  Result& result) {
  Warnings warnings;
  const std::vector<Warnings::Shown> shown = warnings.add(outcome, oracle::marks());
  for (Warning& warning : warnings.list()) result.warnings.push_back(std::move(warning));
  std::map<const model::WarningKind*, Found> kept;
  for (const Warnings::Shown& one : shown) {
    Found& found = kept[one.kind] =
        found_now(findings::policy_failure(*one.kind, "", one.thread), 1, schedule.origin);
    found.record = schedule.choices;
  }
  apply_policy(settings, kept, result);
}

}  // namespace

Result replay_token(const Settings& settings) {
  const std::optional<Schedule> schedule = read_token(*settings.replay);
  if (!schedule) {
    throw std::invalid_argument(
        "this replay token is damaged; paste the whole word that follows 'replay' in the report");
  }
  Result result;
  choice::Replay strategy(schedule->choices);
  const model::Outcome& outcome = run_schedule(strategy, 0);
  result.run = result.distinct = 1;
  result.fingerprint = world->chooser.fingerprint();
  result.statistics = world->statistics;
  intercept::heed_time_limit(false);
  const model::Failure* failure = failure_of(outcome);
  if (failure == nullptr) {
    if (strategy.strayed() || !strategy.exhausted()) {
      result.warnings.push_back({&model::warnings::replay_strayed,
                                 std::string(model::warnings::replay_strayed.sentence)});
    }
    add_warnings(settings, outcome, *schedule, result);
    return result;
  }
  if (failure->out_of_time) {
    result.failed = ran_late_again(outcome);
  } else {
    Found found = found_now(*failure, 1, schedule->origin);
    found.record = schedule->choices;
    result.failed = replay(found);
  }
  result.verdict = result.failed->failure.verdict;
  return result;
}

}  // namespace kata::explore
