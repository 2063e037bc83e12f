// SPDX-License-Identifier: MIT
// One thread looks up, another inserts.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::map<int, int> map{{1, 1}, {5, 5}};
  std::thread writer([&] { map.emplace(3, 3); });
  schedule.expect(map.count(5) == 1, "it finds it");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
