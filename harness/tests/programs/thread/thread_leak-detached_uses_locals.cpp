// SPDX-License-Identifier: MIT
// A detached thread uses a local variable of the call that started it.
#include <kata/kata.hpp>

std::atomic<bool> done{false};

// Not expanded in place: its frame is to be gone.
[[gnu::noinline]] void call() {
  int local = 0;
  std::thread([&local] {
    ++local;
    done = true;
    done.notify_one();
  }).detach();
}

[[gnu::noinline]] void reuse() {
  volatile int reused[16] = {};
  for (volatile int& value : reused) value = 1;
}

void run(kata::Schedule&) {
  call();
  reuse();
  done.wait(false);
}

KATA_SCENARIOS(kata::scenario("run", run);)
