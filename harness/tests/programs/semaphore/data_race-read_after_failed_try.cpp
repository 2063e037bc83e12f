// SPDX-License-Identifier: MIT
// try_acquire failed, and the data is used all the same.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::binary_semaphore ready(0);
  int value = 0;
  std::thread giver([&] {
    value = 1;
    ready.release();
  });
  [[maybe_unused]] const bool got = ready.try_acquire_for(std::chrono::milliseconds(1));
  if (value > 1) std::abort();
  giver.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
