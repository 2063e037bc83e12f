// SPDX-License-Identifier: MIT
// One thread frees what another reads, and nothing orders them.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  auto* value = new int(1);
  std::thread other([=] { delete value; });
  schedule.expect(*value >= 0, "it reads");
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
