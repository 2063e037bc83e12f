// SPDX-License-Identifier: MIT
#include "explore/explore.hpp"

#include <map>
#include <stdexcept>

#include "choice/random.hpp"
#include "choice/strategy.hpp"
#include "choice/token.hpp"
#include "explore/again.hpp"
#include "explore/distinct.hpp"
#include "explore/global_state.hpp"
#include "explore/late.hpp"
#include "explore/minimise.hpp"
#include "explore/session.hpp"
#include "explore/stopwatch.hpp"
#include "findings/warnings.hpp"
#include "intercept/watchdog.hpp"
#include "model/old_values.hpp"
#include "oracle/oracle.hpp"
#include "trace/symbols.hpp"
#include "world/program.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::explore {

namespace {

using findings::policy_failure;
using findings::shown_at;
using findings::Warnings;
using model::Verdict;
using model::world;

// Events of a long schedule that a reader could still want: its last ones.
constexpr std::uint32_t points_traced = 3'000;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t z = (a ^ b) * 0x9e3779b97f4a7c15ULL;
  return z ^ (z >> 32);
}

struct Found {
  std::vector<std::uint32_t> record;
  std::uint64_t number = 0;
  Verdict verdict = Verdict::accepted;
  std::string message;
  std::uintptr_t about = 0;  ///< memory whose accesses the report tells, or 0
  std::uint32_t points = 0;
  std::vector<std::uint32_t> sites;  ///< the racy places that were points in it
  bool may_run_again = true;
  std::uint16_t thread = 0;
  std::string origin;  ///< how its strategy made it: the token where the choices are too many
};

// "pct.SEED.LENGTH": the schedule that the strategy makes of that seed, told that length. Nothing
// if it makes another one of them each time.
std::string origin_of(const choice::Strategy& strategy, const std::string& name, std::uint64_t seed,
                      std::uint32_t length) {
  if (strategy.remembers()) return "";
  return name + "." + std::to_string(seed) + "." + std::to_string(length);
}

// Makes the schedule of an origin again; false if the text is none.
bool run_origin(const std::string& text) {
  const std::size_t first = text.find('.');
  const std::size_t second = text.find('.', first + 1);
  if (first == std::string::npos || second == std::string::npos) return false;
  try {
    const auto strategy = choice::make_strategy(text.substr(0, first));
    const std::uint64_t seed = std::stoull(text.substr(first + 1, second - first - 1));
    world->set_typical_length(
        std::max(1U, static_cast<std::uint32_t>(std::stoul(text.substr(second + 1)))));
    run_schedule(*strategy, seed);
  } catch (const std::logic_error&) {
    return false;
  }
  return true;
}

Found found_now(const model::Failure& failure, std::uint64_t number) {
  return {.record = world->chooser.record(),
          .number = number,
          .verdict = failure.verdict,
          .message = failure.message,
          .about = failure.race ? failure.race->address : failure.freed,
          .points = world->points(),
          .sites = model::racy.sites(),
          .may_run_again = may_run_again(failure),
          .thread = failure.thread,
          .origin = ""};
}

// Puts a simpler schedule in place of `found`, if there is one that can be pasted as a token.
void simplify(Found& found) {
  if (!found.may_run_again) return;
  if (model::racy.allowed()) model::racy.use(found.sites);
  std::vector<std::uint32_t> choices = minimise(found.record, found.verdict);
  if (choice::encode_token(choices).size() > choice::longest_token && !found.origin.empty()) return;
  choice::Replay strategy(choices);
  const model::Statistics before = world->statistics;
  const model::Outcome& outcome = run_schedule(strategy, 0);
  world->statistics = before;
  const model::Failure* failure = failure_of(outcome);
  if (failure == nullptr || failure->verdict != found.verdict) return;  // replay() will say so
  const std::uint64_t number = found.number;
  found = found_now(*failure, number);
}

constexpr const char* uncontrolled_rule =
    "Something besides the schedule decides what the answer does: an uninitialised variable, the "
    "values of addresses, or a clock or counter that the judge does not control, such as rdtsc.";

std::string token_of(const Found& found) {
  std::string token = choice::encode_token(found.record);
  if (token.size() > choice::longest_token && !found.origin.empty()) token = found.origin;
  if (model::racy.allowed()) token += "~" + choice::encode_token(found.sites);
  return token;
}

// Runs the schedule of `found` again and keeps its trace.
FailedSchedule replay(const Found& found) {
  choice::Replay strategy(found.record);
  if (model::racy.allowed()) model::racy.use(found.sites);
  const model::Statistics before = world->statistics;
  world->trace_from = found.points > points_traced ? found.points - points_traced : 0;
  if (found.about != 0) {
    world->watched = found.about & ~std::uintptr_t{7};
    world->watched_size = 8;
    model::watching = true;
  }
  FailedSchedule result;
  result.is_whole = world->trace_from == 0;
  world->trace.start();
  const model::Outcome& outcome = run_schedule(strategy, 0);
  world->trace.stop();
  model::watching = model::racy.allowed();
  world->watched_size = 0;
  world->trace_from = 0;
  world->statistics = before;

  result.preemptions = strategy.preemptions();
  result.outcome = outcome;
  result.scenario = oracle::current().name;
  result.token = token_of(found);
  result.number = found.number;
  result.events = world->trace.events();
  result.events_omitted = world->trace.omitted();
  result.is_whole = result.is_whole && result.events_omitted == 0;
  if (const model::Failure* failure = failure_of(outcome)) result.failure = *failure;
  if (failure_of(outcome) == nullptr || result.failure.verdict != found.verdict) {
    result.failure.verdict = Verdict::nondeterministic;
    result.failure.message = "a schedule failed (" + std::string(model::to_string(found.verdict)) +
                             ": " + found.message +
                             "), but the same choices led elsewhere when they were made again";
    result.failure.rule = uncontrolled_rule;
  }
  return result;
}

// An accepted schedule that went another way the second time.
FailedSchedule went_elsewhere(const Found& found, const SecondRun& second) {
  FailedSchedule result = show_difference(found.record);
  result.token = token_of(found);
  result.number = found.number;
  result.failure.message =
      second.failure.empty()
          ? "an accepted schedule went another way when the same choices were made again"
          : "an accepted schedule failed (" + second.failure +
                ") when the same choices were made again";
  result.failure.rule = uncontrolled_rule;
  return result;
}

void add_global_state(Result& result, const std::set<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "'" : ", '") + name + "'";
  const bool one = names.size() == 1;
  result.warnings.push_back(
      {"global_state", list +
                           (one ? " is static or global, and a schedule changes it"
                                : " are static or global, and a schedule changes them") +
                           ": two objects in one program would share " + (one ? "it" : "them") +
                           ". Judged as if every schedule were a fresh process"});
}

void add_remembers(Result& result, std::uint64_t number) {
  result.warnings.push_back(
      {"remembers",
       "schedule " + std::to_string(number) +
           " went another way when it was run again, and from then on the same: something that "
           "the judge does not put back between schedules remembers earlier ones, such as the "
           "environment, a file or a library"});
}

void allow_races(const std::vector<std::uint32_t>& sites) {
  model::racy.allow();
  model::racy.use(sites);
  model::watching = true;
}

// The schedule of `found`, which ended well, as the failure that the policy makes of it.
FailedSchedule against_policy(const Found& found, const std::string& kind,
                              const std::string& message) {
  FailedSchedule shown = replay(found);
  shown.failure = policy_failure(kind, message, found.thread);
  shown.failure.stack = shown_at(kind, shown.outcome);
  return shown;
}

// The first of the warnings that the policy rejects, as a failure: with the schedule that showed
// it, if one did all by itself.
void apply_policy(const Settings& settings, const std::map<std::string, Found>& shown,
                  Result& result) {
  for (const Warning& warning : result.warnings) {
    if (!settings.reject.contains(warning.kind)) continue;
    if (const auto found = shown.find(warning.kind); found != shown.end()) {
      result.failed = against_policy(found->second, warning.kind, warning.message);
    } else {
      result.failed.emplace().failure = policy_failure(warning.kind, warning.message);
    }
    result.verdict = result.failed->failure.verdict;
    return;
  }
}

Result replay_token(const Settings& settings) {
  std::string token = *settings.replay;
  if (const std::size_t colon = token.rfind(':'); colon != std::string::npos) {
    token = token.substr(colon + 1);
  }
  std::optional<std::vector<std::uint32_t>> answers;
  std::optional<std::vector<std::uint32_t>> sites;
  std::string origin;
  // "SCHEDULE~SITES" where races are allowed, which it says by itself.
  const std::size_t tilde = token.find('~');
  if (tilde != std::string::npos) {
    sites = choice::decode_token(std::string_view(token).substr(tilde + 1));
    token.resize(tilde);
    if (sites) allow_races(*sites);
  }
  if (tilde == std::string::npos || sites) {
    if (run_origin(token)) {
      answers = world->chooser.record();
      origin = token;
    } else {
      answers = choice::decode_token(token);
    }
  }
  if (!answers) {
    throw std::invalid_argument(
        "this replay token is damaged; paste the whole word that follows 'replay' in the report");
  }
  Result result;
  choice::Replay strategy(*answers);
  const model::Outcome& outcome = run_schedule(strategy, 0);
  result.run = result.distinct = 1;
  result.fingerprint = world->chooser.fingerprint();
  result.statistics = world->statistics;
  intercept::heed_time_limit(false);
  const model::Failure* failure = failure_of(outcome);
  if (failure != nullptr && failure->out_of_time) {
    result.failed = ran_late_again(outcome);
    result.verdict = result.failed->failure.verdict;
    return result;
  }
  if (failure == nullptr) {
    if (strategy.strayed() || !strategy.exhausted()) {
      result.warnings.push_back(
          {"replay_strayed",
           "the token is of another program: this submission asked other questions than the one "
           "that it was made with"});
    }
    Warnings warnings;
    const std::vector<Warnings::Shown> shown = warnings.add(outcome, oracle::marks());
    for (Warning& warning : warnings.list()) result.warnings.push_back(std::move(warning));
    std::map<std::string, Found> kept;
    for (const Warnings::Shown& one : shown) {
      Found& found = kept[one.kind] = found_now(policy_failure(one.kind, "", one.thread), 1);
      found.record = *answers;
      found.origin = origin;
    }
    apply_policy(settings, kept, result);
    return result;
  }
  Found found = found_now(*failure, 1);
  found.record = *answers;
  found.origin = origin;
  result.failed = replay(found);
  result.verdict = result.failed->failure.verdict;
  return result;
}

}  // namespace

Result explore(const Settings& settings) {
  const double start = seconds_now();
  intercept::set_time_limit(settings.time_limit);
  if (settings.replay) {
    Result result = replay_token(settings);
    result.seconds = seconds_now() - start;
    return result;
  }
  if (settings.races_allowed) {
    model::racy.allow();
    model::watching = true;
  }
  Result result;
  const auto strategy = choice::make_strategy(settings.strategy);
  Distinct distinct(settings.schedules);
  Tally tally;
  // A whole program has one life, and its globals are its own.
  std::optional<GlobalStateWatch> watch;
  if (model::program_main == nullptr) watch.emplace();
  std::optional<std::uint64_t> remembers;
  std::optional<FailedSchedule> elsewhere;  // one that is not to be run again
  std::optional<Found> unordered;
  std::optional<Found> failed;
  // What fails only because a load may return an old value is told only if nothing else is wrong:
  // that callbacks are not ordered, say, is the simpler thing to mend.
  std::optional<Found> old;
  Warnings warnings;
  std::map<std::string, Found> shown;  // by the kind of warning, where the policy rejects it
  Stopwatch stopwatch(start, settings.time_limit);
  for (std::uint64_t i = 0; i < settings.schedules; ++i) {
    if (i > 0 && stopwatch.is_over()) break;
    const std::uint64_t seed = choice::schedule_seed(settings.seed, i);
    const std::uint32_t length = world->typical_length();
    model::racy.heed_places();
    const double others = model::program_main != nullptr ? seconds_now() - start : 0;
    const model::Outcome& outcome = run_schedule(*strategy, seed);
    if (model::racy.grew()) {
      --i;  // the same again, with these as points
      continue;
    }
    if (outcome.failure && outcome.failure->out_of_time) {
      if ((elsewhere = ran_late(outcome, i, others)) && i > 0) ++result.run;
      break;
    }
    ++result.run;
    result.fingerprint = mix(result.fingerprint, world->chooser.fingerprint());
    tally.add(strategy->name(), distinct.add(outcome.order));
    for (const model::Parameter& one : outcome.instance) tally.add_drawn(one.name, one.value);
    const bool by_old_value = outcome.failure && model::old_values::seen();
    if (by_old_value && !old) {
      old = found_now(*outcome.failure, i + 1);
      old->origin = origin_of(*strategy, settings.strategy, seed, length);
    }
    if (outcome.failure && !by_old_value) {
      failed = found_now(*outcome.failure, i + 1);
      failed->origin = origin_of(*strategy, settings.strategy, seed, length);
      break;
    }
    // Of one that fails by an old value as well, that would be what it shows when it is run again.
    if (outcome.unordered && !outcome.failure && !unordered) {
      unordered = found_now(*outcome.unordered, i + 1);
      unordered->origin = origin_of(*strategy, settings.strategy, seed, length);
    }
    for (const Warnings::Shown& one : warnings.add(outcome, oracle::marks())) {
      if (!settings.reject.contains(one.kind)) continue;
      Found& found = shown[one.kind] = found_now(policy_failure(one.kind, "", one.thread), i + 1);
      found.origin = origin_of(*strategy, settings.strategy, seed, length);
    }
    if (is_run_again(i + 1) && !outcome.failure) {
      Found last = found_now(model::Failure{}, i + 1);
      last.origin = origin_of(*strategy, settings.strategy, seed, length);
      const SecondRun second = run_again();
      if (second.again == Again::differs) {
        elsewhere = went_elsewhere(last, second);
        break;
      }
      if (second.again == Again::same) tally.ran_twice();
      if (second.again == Again::remembers && !remembers) remembers = i + 1;
    }
  }
  intercept::heed_time_limit(false);
  const std::set<std::string> global_state = watch ? watch->changed() : std::set<std::string>{};
  watch.reset();
  result.distinct = distinct.count();
  result.statistics = world->statistics;
  if (!failed && unordered) failed = unordered;
  if (!failed && old) failed = old;
  if (elsewhere) {
    result.verdict = elsewhere->failure.verdict;
    result.failed = std::move(elsewhere);
  } else if (failed) {
    simplify(*failed);
    result.failed = replay(*failed);
    result.verdict = result.failed->failure.verdict;
  } else {
    result.warnings = warnings.list();
    if (!global_state.empty()) add_global_state(result, global_state);
    if (remembers) add_remembers(result, *remembers);
    apply_policy(settings, shown, result);
    if (result.verdict == Verdict::accepted) result.confidence = tally.sum(result.distinct);
    if (result.run < settings.schedules) {
      result.warnings.push_back({"fewer_schedules", "the time limit came after " +
                                                        std::to_string(result.run) +
                                                        " schedules; none of those failed"});
    }
  }
  result.seconds = seconds_now() - start;
  return result;
}

}  // namespace kata::explore
