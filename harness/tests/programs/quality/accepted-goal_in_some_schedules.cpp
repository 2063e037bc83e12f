// SPDX-License-Identifier: MIT
// Looks like one lock for everything, and is not: a goal that is reached in few of many schedules
// is reached. In the other scenario there are too few chances to say anything.
#include <kata/kata.hpp>

constexpr kata::Remark together = {"serialized", "two threads are never inside at the same time"};
constexpr kata::Remark rare = {"serialized", "what hardly ever has a chance is never done"};

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  int inside = 0;
  const bool apart = schedule.draw("locks", 1, 6) == 6;  // once in 36 schedules
  std::mutex others;
  schedule.chance(together);
  for (std::mutex* one : {&mutex, apart ? &others : &mutex}) {
    schedule.thread("guest", [&, one] {
      const std::lock_guard lock(*one);
      if (schedule.judge([&] { return ++inside; }) == 2) schedule.reached(together);
      schedule.dawdle();
      schedule.judge([&] { --inside; });
    });
  }
  schedule.join();
}

void too_few_chances(kata::Schedule& schedule) {
  if (schedule.draw("luck", 1, 100) == 100) schedule.chance(rare);
}

KATA_SCENARIOS(kata::scenario("run", run); kata::scenario("too few chances", too_few_chances);)
