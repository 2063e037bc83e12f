// SPDX-License-Identifier: MIT
#include "explore/explore.hpp"

#include <map>

#include "choice/random.hpp"
#include "choice/strategy.hpp"
#include "explore/again.hpp"
#include "explore/distinct.hpp"
#include "explore/global_state.hpp"
#include "explore/late.hpp"
#include "explore/policy.hpp"
#include "explore/replay.hpp"
#include "explore/replay_token.hpp"
#include "explore/session.hpp"
#include "explore/stopwatch.hpp"
#include "intercept/watchdog.hpp"
#include "model/old_values.hpp"
#include "world/program.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::explore {

namespace {

// Schedules after the first that fails by an old value, in which a program may show a simpler
// failure. An answer has all of its schedules.
constexpr std::uint64_t simpler_within = 10'000;

using findings::Warnings;
using model::world;
namespace warnings = model::warnings;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t z = (a ^ b) * 0x9e3779b97f4a7c15ULL;
  return z ^ (z >> 32);
}

void add_global_state(Result& result, const std::set<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "'" : ", '") + name + "'";
  const bool one = names.size() == 1;
  result.warnings.push_back(
      {&warnings::global_state, list +
                                    (one ? " is static or global, and a schedule changes it"
                                         : " are static or global, and a schedule changes them") +
                                    ": two objects in one program would share " +
                                    (one ? "it" : "them") +
                                    ". Judged as if every schedule were a fresh process"});
}

void add_remembers(Result& result, std::uint64_t number) {
  result.warnings.push_back(
      {&warnings::remembers,
       "schedule " + std::to_string(number) +
           " went another way when it was run again, and from then on the same: something that "
           "the judge does not put back between schedules remembers earlier ones, such as the "
           "environment, a file or a library"});
}

// One run over many schedules, and what it has found so far.
class Exploration {
 public:
  Exploration(const Settings& settings, double start);

  Result run();

 private:
  enum class Next { schedule, same_again, verdict };

  Next run_one();
  Next take(const model::Outcome& outcome);
  void count(const model::Outcome& outcome);
  void keep_warnings(const model::Outcome& outcome);
  Next compare_runs();
  Found found(const model::Failure& failure) const;
  void accept(const std::set<std::string>& global_state);

  const Settings& settings_;
  const double start_;
  const std::unique_ptr<choice::Strategy> strategy_;
  Distinct distinct_;
  Tally tally_;
  Warnings warnings_;
  Result result_;
  // The schedule that runs: its number from 1, and what its strategy was given.
  std::uint64_t number_ = 1;
  std::uint64_t seed_ = 0;
  std::uint32_t length_ = 0;
  // What it came to, in the order of what counts.
  std::optional<FailedSchedule> elsewhere_;  // one that is not to be run again
  std::optional<Found> failed_;
  std::optional<Found> unordered_;
  // A schedule that fails only because a load may return an old value counts only if nothing else
  // is wrong: that callbacks are not ordered, say, is simpler to fix.
  std::optional<Found> old_;
  std::optional<std::uint64_t> remembers_;
  std::map<const model::WarningKind*, Found>
      shown_;  // by the kind of warning, where the policy rejects it
};

Exploration::Exploration(const Settings& settings, double start)
    : settings_(settings),
      start_(start),
      strategy_(choice::make_strategy(settings.strategy)),
      distinct_(settings.schedules) {
  result_.of_program = model::program_main != nullptr;
  if (settings.races_allowed) {
    model::racy.allow();
    model::watching = true;
  }
}

Found Exploration::found(const model::Failure& failure) const {
  return found_now(failure, number_, origin_of(*strategy_, settings_.strategy, seed_, length_));
}

void Exploration::count(const model::Outcome& outcome) {
  ++result_.run;
  result_.fingerprint = mix(result_.fingerprint, world->chooser.fingerprint());
  tally_.add(strategy_->name(), distinct_.add(outcome.order));
  for (const model::Parameter& one : outcome.instance) tally_.add_drawn(one.name, one.value);
}

void Exploration::keep_warnings(const model::Outcome& outcome) {
  for (const Warnings::Shown& one : warnings_.add(outcome, oracle::marks())) {
    if (!settings_.reject.contains(one.kind)) continue;
    shown_[one.kind] = found(findings::policy_failure(*one.kind, "", one.thread));
  }
}

// Runs the schedule once more: it must go the same way.
Exploration::Next Exploration::compare_runs() {
  const Found last = found(model::Failure{});
  const SecondRun second = run_again();
  if (second.again == Again::differs) {
    elsewhere_ = went_elsewhere(last, second);
    return Next::verdict;
  }
  if (second.again == Again::same) tally_.ran_twice();
  if (second.again == Again::remembers && !remembers_) remembers_ = number_;
  return Next::schedule;
}

// A schedule that came to its end.
Exploration::Next Exploration::take(const model::Outcome& outcome) {
  count(outcome);
  const bool by_old_value = outcome.failure && model::old_values::seen();
  if (by_old_value && !old_) old_ = found(*outcome.failure);
  if (outcome.failure && !by_old_value) {
    failed_ = found(*outcome.failure);
    return Next::verdict;
  }
  // Run again, a schedule that fails by an old value as well would show that instead.
  if (outcome.unordered && !outcome.failure && !unordered_) unordered_ = found(*outcome.unordered);
  keep_warnings(outcome);
  return is_run_again(number_) && !outcome.failure ? compare_runs() : Next::schedule;
}

Exploration::Next Exploration::run_one() {
  seed_ = choice::schedule_seed(settings_.seed, number_ - 1);
  length_ = world->typical_length();
  model::racy.heed_places();
  const double others = result_.of_program ? seconds_now() - start_ : 0;
  const model::Outcome& outcome = run_schedule(*strategy_, seed_);
  if (model::racy.grew()) return Next::same_again;  // with these as points
  if (outcome.failure && outcome.failure->out_of_time) {
    elsewhere_ = ran_late(outcome, number_ - 1, others);
    if (elsewhere_ && number_ > 1) ++result_.run;
    return Next::verdict;
  }
  return take(outcome);
}

// No schedule failed: the warnings, and what the policy makes of them.
void Exploration::accept(const std::set<std::string>& global_state) {
  result_.warnings = warnings_.list();
  if (!global_state.empty()) add_global_state(result_, global_state);
  if (remembers_) add_remembers(result_, *remembers_);
  apply_policy(settings_, shown_, result_);
  const bool alone = result_.of_program && result_.statistics.most_threads <= 1;
  if (alone) {
    result_.warnings.push_back(
        {&warnings::single_thread, std::string(warnings::single_thread.sentence)});
  } else if (result_.verdict == model::Verdict::accepted) {
    result_.confidence = tally_.sum(result_.distinct);
  }
  if (result_.run < settings_.schedules) {
    result_.warnings.push_back(
        {&warnings::fewer_schedules, "the time limit came after " + std::to_string(result_.run) +
                                         " schedules; none of those failed"});
  }
}

Result Exploration::run() {
  // A whole program has one life, and its globals are its own.
  std::optional<GlobalStateWatch> watch;
  if (!result_.of_program) watch.emplace();
  Stopwatch stopwatch(start_, settings_.time_limit);
  for (Next next = Next::schedule; next != Next::verdict && number_ <= settings_.schedules;) {
    if (number_ > 1 && stopwatch.is_over()) break;
    if (result_.of_program && old_ && number_ > old_->number + simpler_within) break;
    next = run_one();
    if (next == Next::schedule) ++number_;
  }
  intercept::heed_time_limit(false);
  const std::set<std::string> global_state = watch ? watch->changed() : std::set<std::string>{};
  watch.reset();
  result_.distinct = distinct_.count();
  result_.statistics = world->statistics;
  if (!failed_) failed_ = unordered_ ? unordered_ : old_;
  if (elsewhere_) {
    result_.failed = std::move(elsewhere_);
    result_.verdict = result_.failed->failure.verdict;
  } else if (failed_) {
    simplify(*failed_);
    result_.failed = replay(*failed_);
    result_.verdict = result_.failed->failure.verdict;
  } else {
    accept(global_state);
  }
  return std::move(result_);
}

}  // namespace

Result explore(const Settings& settings) {
  const double start = seconds_now();
  // Of a replay as well: the schedule is another one under other limits.
  model::good_status = settings.exit_status;
  if (settings.late && model::program_main != nullptr) {
    world->limits.early_time = world->limits.guard_time =
        static_cast<model::Nanoseconds>(*settings.late * 1e9);
  }
  intercept::set_time_limit(settings.time_limit);
  Result result = settings.replay ? replay_token(settings) : Exploration(settings, start).run();
  result.seconds = seconds_now() - start;
  return result;
}

}  // namespace kata::explore
