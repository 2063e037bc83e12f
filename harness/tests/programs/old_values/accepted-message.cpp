// SPDX-License-Identifier: MIT
// Data behind a flag: by release and acquire, by fences, and by one of each.
#include <kata/kata.hpp>

using std::memory_order;

void operations(kata::Schedule& schedule) {
  std::atomic<int> data{0};
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    data.store(1, memory_order::relaxed);
    ready.store(true, memory_order::release);
  });
  int seen = 1;
  std::thread reader([&] {
    if (!ready.load(memory_order::acquire)) return;
    seen = data.load(memory_order::relaxed);
  });
  writer.join();
  reader.join();
  schedule.expect(seen == 1, "whoever sees ready sees the data");
}

void fences(kata::Schedule& schedule) {
  std::atomic<int> data{0};
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    data.store(1, memory_order::relaxed);
    std::atomic_thread_fence(memory_order::release);
    ready.store(true, memory_order::relaxed);
  });
  int seen = 1;
  std::thread reader([&] {
    if (!ready.load(memory_order::relaxed)) return;
    std::atomic_thread_fence(memory_order::acquire);
    seen = data.load(memory_order::relaxed);
  });
  writer.join();
  reader.join();
  schedule.expect(seen == 1, "whoever sees ready sees the data");
}

void fence_and_operation(kata::Schedule& schedule) {
  std::atomic<int> data{0};
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    data.store(1, memory_order::relaxed);
    ready.store(true, memory_order::release);
  });
  int seen = 1;
  std::thread reader([&] {
    if (!ready.load(memory_order::relaxed)) return;
    std::atomic_thread_fence(memory_order::acquire);
    seen = data.load(memory_order::relaxed);
  });
  writer.join();
  reader.join();
  schedule.expect(seen == 1, "whoever sees ready sees the data");
}

KATA_SCENARIOS(kata::scenario("operations", operations); kata::scenario("fences", fences);
               kata::scenario("fence and operation", fence_and_operation);)
