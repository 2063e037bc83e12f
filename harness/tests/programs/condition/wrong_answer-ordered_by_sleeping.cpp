// SPDX-License-Identifier: MIT
// Sleeping orders nothing: a running thread may be slow.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> value{0};
  std::thread setter([&] { value = 1; });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  schedule.expect(value == 1, "the setter was slower than the sleep");
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
