// SPDX-License-Identifier: MIT
// A flag that is stored and read relaxed publishes nothing, atomic data either.
#include <kata/kata.hpp>

using std::memory_order;

void message(kata::Schedule& schedule) {
  std::atomic<int> data{0};
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    data.store(1, memory_order::relaxed);
    ready.store(true, memory_order::relaxed);
  });
  int seen = 1;
  std::thread reader([&] {
    if (!ready.load(memory_order::relaxed)) return;
    seen = data.load(memory_order::relaxed);
  });
  writer.join();
  reader.join();
  schedule.expect(seen == 1, "whoever sees ready sees the data");
}

KATA_SCENARIOS(kata::scenario("message", message);)
