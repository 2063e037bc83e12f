// SPDX-License-Identifier: MIT
// A reference into a vector that has grown since.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::vector<int> values{1};
  const int& first = values.front();
  for (int i = 0; i < 10; ++i) values.push_back(i);
  schedule.expect(first != 12345, "it reads");
}

KATA_SCENARIOS(kata::scenario("run", run);)
