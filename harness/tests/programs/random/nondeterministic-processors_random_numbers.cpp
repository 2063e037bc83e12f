// SPDX-License-Identifier: MIT
// The processor's random number generator decides which lock comes first. Neither order fails.
#include <kata/kata.hpp>

#pragma GCC target("rdrnd")

[[gnu::target("rdrnd")]] bool coin() {
  unsigned value = 0;
  while (__builtin_ia32_rdrand32_step(&value) == 0) {
  }
  return (value & 1) != 0;
}

void run(kata::Schedule& schedule) {
  std::mutex first;
  std::mutex second;
  schedule.thread("one", [&] {
    const bool swapped = coin();
    { const std::lock_guard lock(swapped ? second : first); }
    { const std::lock_guard lock(swapped ? first : second); }
  });
  schedule.thread("other", [&] { const std::scoped_lock lock(first); });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
