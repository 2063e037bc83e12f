// SPDX-License-Identifier: MIT
// A loop that never looks again, as a compiler may make of `while (turn != 1) {}`, and that is
// always reached before the write it waits for. It takes seconds to notice; then the others go on
// without the thread, and the write is seen to race with the one read.
// seeds: 1
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  int turn = 0;
  std::atomic<bool> waiting{false};
  std::thread thread([&] {
    const int seen = turn;
    waiting.store(true, std::memory_order_relaxed);
    while (seen != 1) asm volatile("");
  });
  while (!waiting.load(std::memory_order_relaxed)) std::this_thread::yield();
  turn = 1;
  thread.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
