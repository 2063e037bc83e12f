// SPDX-License-Identifier: MIT
// A detached thread uses a local variable of the call that started it.
#include <kata/kata.hpp>

std::atomic<bool> done{false};

void call() {
  int local = 0;
  std::thread([&local] {
    ++local;
    done = true;
    done.notify_one();
  }).detach();
}

void run(kata::Schedule&) {
  call();
  int reused[16] = {};
  for (int& value : reused) value = 1;
  done.wait(false);
}

KATA_SCENARIOS(kata::scenario("run", run);)
