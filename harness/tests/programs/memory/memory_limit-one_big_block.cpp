// SPDX-License-Identifier: MIT
// One block that is larger than all there is.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::vector<int> values(std::size_t{1} << 32);
  schedule.expect(values[1] == 0, "never");
}

KATA_SCENARIOS(kata::scenario("run", run);)
