// SPDX-License-Identifier: MIT
// An exception passes by the join.
#include <kata/kata.hpp>

void work(bool fail) {
  std::thread thread([] {});
  if (fail) throw std::runtime_error("before the join");
  thread.join();
}

void run(kata::Schedule& schedule) {
  try {
    work(schedule.flip("fail"));
  } catch (const std::runtime_error&) {
  }
}

KATA_SCENARIOS(kata::scenario("run", run);)
