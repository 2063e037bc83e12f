// SPDX-License-Identifier: MIT
// memcpy over what another thread reads.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::vector<int> source(64, 1), target(64, 0);
  std::thread writer([&] { std::memcpy(target.data(), source.data(), 64 * sizeof(int)); });
  schedule.expect(target[63] >= 0, "it reads");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
