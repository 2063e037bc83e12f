// SPDX-License-Identifier: MIT
// Two threads that store and then look, with seq_cst: on the operations, or on fences between them.
#include <kata/kata.hpp>

using std::memory_order;

void store_buffering(kata::Schedule& schedule) {
  std::atomic<int> x{0}, y{0};
  int first = -1, second = -1;
  std::thread a([&] {
    x.store(1, memory_order::seq_cst);
    first = y.load(memory_order::seq_cst);
  });
  std::thread b([&] {
    y.store(1, memory_order::seq_cst);
    second = x.load(memory_order::seq_cst);
  });
  a.join();
  b.join();
  schedule.expect(first + second > 0, "one of the two sees what the other stored");
}

void with_fences(kata::Schedule& schedule) {
  std::atomic<int> x{0}, y{0};
  int first = -1, second = -1;
  std::thread a([&] {
    x.store(1, memory_order::relaxed);
    std::atomic_thread_fence(memory_order::seq_cst);
    first = y.load(memory_order::relaxed);
  });
  std::thread b([&] {
    y.store(1, memory_order::relaxed);
    std::atomic_thread_fence(memory_order::seq_cst);
    second = x.load(memory_order::relaxed);
  });
  a.join();
  b.join();
  schedule.expect(first + second > 0, "one of the two sees what the other stored");
}

KATA_SCENARIOS(kata::scenario("seq_cst operations", store_buffering);
               kata::scenario("seq_cst fences", with_fences);)
