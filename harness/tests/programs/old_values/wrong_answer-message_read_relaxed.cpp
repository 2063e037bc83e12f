// SPDX-License-Identifier: MIT
// As message_relaxed; the store is a release, but the load no acquire.
#include <kata/kata.hpp>

using std::memory_order;

void message(kata::Schedule& schedule) {
  std::atomic<int> data{0};
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    data.store(1, memory_order::relaxed);
    ready.store(true, memory_order::release);
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
