// SPDX-License-Identifier: MIT
// A failure that depends on random numbers can be replayed.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::random_device device;
  std::mt19937 engine(device());
  std::atomic<int> value{0};
  std::thread other([&] { value = static_cast<int>(engine() % 2); });
  const int seen = value;
  other.join();
  schedule.expect(seen == value, "the value changed between the looks");
}

KATA_SCENARIOS(kata::scenario("run", run);)
