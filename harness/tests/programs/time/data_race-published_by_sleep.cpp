// SPDX-License-Identifier: MIT
// The reader sleeps long enough, it hopes.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  int value = 0;
  std::thread writer([&] { value = 1; });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  schedule.expect(value >= 0, "it reads");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run, {.time = kata::Time::ideal});)
