// SPDX-License-Identifier: MIT
// An object is deleted after the join of one thread and used by a later one.
#include <kata/kata.hpp>

struct Node {
  int value = 1;
};

void run(kata::Schedule& schedule) {
  auto* node = new Node;
  std::thread first([=] { delete node; });
  first.join();
  int seen = 0;
  std::thread second([&] { seen = node->value; });
  second.join();
  schedule.expect(seen != 12345, "it reads");
}

KATA_SCENARIOS(kata::scenario("run", run);)
