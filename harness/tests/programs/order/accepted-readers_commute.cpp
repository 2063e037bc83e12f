// SPDX-License-Identifier: MIT
// Two threads read what a third writes, each before or after it: 2 * 2 orders. Which of them reads
// first is no difference. distinct: 4
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<int> value{0};
  std::thread a([&] { value.load(); }), b([&] { value.load(); }), writer([&] { value.store(1); });
  a.join();
  b.join();
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
