// SPDX-License-Identifier: MIT
#include "explore/wake_each.hpp"

#include <algorithm>

#include "choice/strategy.hpp"
#include "explore/session.hpp"
#include "intercept/watchdog.hpp"
#include "world/world.hpp"

namespace kata::explore {

namespace {

using model::world;

constexpr std::size_t most_threads = 8;

// To look again and wait again takes the mutex and the wait.
bool is_part_of_a_look(const trace::Event& event) {
  const trace::Act act = trace::act(event.operation);
  return act == trace::Act::lock || act == trace::Act::unlock || act == trace::Act::wait;
}

Woken what_it_does(std::uint16_t thread, const model::WaitingFor& waited,
                   const model::Outcome& outcome, const std::vector<trace::Event>& events) {
  const auto still = std::find_if(
      outcome.waiting.begin(), outcome.waiting.end(), [&](const model::WaitingFor& one) {
        return one.thread == thread && one.wait == waited.wait &&
               one.object.address == waited.object.address && one.stack == waited.stack;
      });
  const bool ends_as_before =
      outcome.failure && outcome.failure->of_all_waiting && still != outcome.waiting.end();
  const bool only_looked = std::all_of(events.begin(), events.end(), [&](const auto& event) {
    return event.thread == thread && is_part_of_a_look(event);
  });
  if (!ends_as_before || !only_looked) return {.thread = thread, .goes_on = true};
  // It may have changed something without an operation that the trace shows.
  return {.thread = thread, .goes_on = false, .waits_again = world->thread(thread).futile};
}

}  // namespace

std::vector<Woken> wake_each(const std::vector<std::uint32_t>& choices,
                             const FailedSchedule& failed) {
  std::vector<Woken> all;
  const model::Statistics before = world->statistics;
  for (const model::WaitingFor& waiting : failed.outcome.waiting) {
    if (waiting.wait != model::Wait::condition_variable || all.size() == most_threads) continue;
    choice::Replay strategy(choices);
    world->wake_at_the_end = waiting.thread;
    intercept::heed_time_limit(true);  // it may not end at all
    const model::Outcome& outcome = run_schedule(strategy, 0);
    intercept::heed_time_limit(false);
    world->trace.stop();
    const bool was_woken = !world->wake_at_the_end;
    world->wake_at_the_end.reset();
    if (was_woken) {
      all.push_back(what_it_does(waiting.thread, waiting, outcome, world->trace.events()));
    }
  }
  world->statistics = before;
  return all;
}

}  // namespace kata::explore
