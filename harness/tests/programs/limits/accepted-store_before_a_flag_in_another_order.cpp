// SPDX-License-Identifier: MIT
// What the runtime does not do: the order of the seq_cst operations is the schedule's. By the
// standard the seq_cst load may come before the seq_cst store, although it follows the flag in
// every schedule: the flag, being relaxed, orders nothing.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> data{0}, flag{0};
  std::thread writer([&] {
    data.store(1, std::memory_order_seq_cst);
    flag.store(1, std::memory_order_relaxed);
  });
  if (flag.load(std::memory_order_relaxed) == 1) {
    schedule.expect(data.load(std::memory_order_seq_cst) == 1, "the store is seen");
  }
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
