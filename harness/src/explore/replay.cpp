// SPDX-License-Identifier: MIT
#include "explore/replay.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "choice/token.hpp"
#include "explore/minimise.hpp"
#include "explore/session.hpp"
#include "explore/wake_each.hpp"
#include "findings/threads.hpp"
#include "intercept/watchdog.hpp"
#include "memory/heap.hpp"
#include "oracle/oracle.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::explore {

namespace {

using model::world;

// Events of a long schedule that a reader could still want: its last ones.
constexpr std::uint32_t points_traced = 3'000;

constexpr const char* uncontrolled_rule =
    "Something besides the schedule decides what the answer does: an uninitialised variable, the "
    "values of addresses, or a clock or counter that the judge does not control, such as rdtsc.";

// The trace shows the accesses to the word at `about`; 0: to none.
void watch(std::uintptr_t about) {
  world->watched = about & ~std::uintptr_t{7};
  world->watched_size = about != 0 ? 8 : 0;
  model::watching = about != 0 || model::racy.allowed();
}

std::string token_of(const Found& found) {
  std::string token = choice::encode_token(found.record);
  if (token.size() > choice::longest_token && !found.origin.empty()) token = found.origin;
  if (model::racy.allowed()) token += "~" + choice::encode_token(found.sites);
  return token;
}

// Runs the schedule of `choices` and leaves the statistics alone.
Attempt attempt(const std::vector<std::uint32_t>& choices) {
  choice::Replay strategy(choices);
  const model::Statistics before = world->statistics;
  const model::Outcome& outcome = run_schedule(strategy, 0);
  world->statistics = before;
  Attempt made{.verdict = std::nullopt,
               .may_run_again = true,
               .choices = world->chooser.record(),
               .preemptions = strategy.preemptions(),
               .points = world->points()};
  if (const model::Failure* failure = failure_of(outcome)) {
    made.verdict = failure->verdict;
    made.may_run_again = may_run_again(*failure);
  }
  return made;
}

// Whether the schedule of `found` goes another way with other values in memory that was never
// written: nothing else differs, so something of it is read. False if it cannot be said.
bool reads_unwritten(const Found& found) {
  if (!found.may_run_again) return false;
  const auto run = [&](std::optional<std::uint8_t> fill) {
    world->fill_instead = fill;
    intercept::heed_time_limit(true);  // it may not end at all
    Attempt made = attempt(found.record);
    intercept::heed_time_limit(false);
    world->fill_instead.reset();
    return made;
  };
  const Attempt usual = run(std::nullopt);
  if (usual.verdict != found.verdict) return false;
  constexpr std::uint8_t others[] = {0x00, 0x01, 0xCD, 0xFF};
  return std::any_of(std::begin(others), std::end(others), [&](std::uint8_t fill) {
    const Attempt other = run(fill);
    if (other.verdict == model::Verdict::time_limit) return false;
    return other.verdict != usual.verdict || other.points != usual.points ||
           other.choices != usual.choices;
  });
}

RacedMemory memory_of(const detect::Race& race) {
  RacedMemory memory;
  std::uintptr_t start = 0;
  memory.on_heap = model::heap.block_at(race.address, start, memory.block_size);
  if (memory.on_heap) memory.offset = race.address - start;
  for (std::size_t id = 0; id < world->thread_count() && memory.on_stack_of < 0; ++id) {
    if (findings::is_on_stack_of(world->thread(id), race.address)) {
      memory.on_stack_of = static_cast<int>(id);
    }
  }
  return memory;
}

}  // namespace

std::string origin_of(const choice::Strategy& strategy, const std::string& name, std::uint64_t seed,
                      std::uint32_t length) {
  if (strategy.remembers()) return "";
  return name + "." + std::to_string(seed) + "." + std::to_string(length);
}

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

Found found_now(const model::Failure& failure, std::uint64_t number, std::string origin) {
  return {.record = world->chooser.record(),
          .number = number,
          .verdict = failure.verdict,
          .message = failure.message,
          .about = failure.race ? failure.race->address : failure.freed,
          .points = world->points(),
          .sites = model::racy.sites(),
          .may_run_again = may_run_again(failure),
          .thread = failure.thread,
          .origin = std::move(origin)};
}

void simplify(Found& found) {
  if (!found.may_run_again) return;
  if (model::racy.allowed()) model::racy.use(found.sites);
  std::vector<std::uint32_t> choices = minimise(found.record, found.verdict, attempt);
  if (choice::encode_token(choices).size() > choice::longest_token && !found.origin.empty()) return;
  choice::Replay strategy(choices);
  const model::Statistics before = world->statistics;
  const model::Outcome& outcome = run_schedule(strategy, 0);
  world->statistics = before;
  const model::Failure* failure = failure_of(outcome);
  if (failure == nullptr || failure->verdict != found.verdict) return;  // replay() will say so
  found = found_now(*failure, found.number, "");
}

FailedSchedule replay(const Found& found) {
  choice::Replay strategy(found.record);
  if (model::racy.allowed()) model::racy.use(found.sites);
  const model::Statistics before = world->statistics;
  world->trace_from = found.points > points_traced ? found.points - points_traced : 0;
  watch(found.about);
  FailedSchedule result;
  result.is_whole = world->trace_from == 0;
  world->trace.start();
  const model::Outcome& outcome = run_schedule(strategy, 0);
  world->trace.stop();
  watch(0);
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
  if (result.failure.race) result.memory = memory_of(*result.failure.race);
  const bool again = failure_of(outcome) != nullptr && result.failure.verdict == found.verdict;
  if (!again && found.verdict == model::Verdict::internal_error) {
    // What the judge does not control need not come again to be named.
    result.failure.verdict = found.verdict;
    result.failure.message = found.message;
    result.failure.thread = found.thread;
  } else if (!again) {
    result.failure.verdict = model::Verdict::nondeterministic;
    result.failure.message = "a schedule failed (" + std::string(model::to_string(found.verdict)) +
                             ": " + found.message +
                             "), but the same choices led elsewhere when they were made again";
    result.failure.rule = uncontrolled_rule;
  }
  result.reads_unwritten = again && reads_unwritten(found);
  if (again && found.may_run_again && result.failure.of_all_waiting) {
    result.woken = wake_each(found.record, result);
  }
  return result;
}

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

}  // namespace kata::explore
