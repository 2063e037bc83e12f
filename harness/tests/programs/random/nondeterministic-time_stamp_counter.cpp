// SPDX-License-Identifier: MIT
// The processor's time stamp decides whether a thread locks once more. No schedule fails.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  int count = 0;
  const auto work = [&] {
    const std::lock_guard lock(mutex);
    ++count;
  };
  schedule.thread("one", [&] {
    work();
    if ((__builtin_ia32_rdtsc() >> 4 & 1) == 0) work();
  });
  schedule.thread("other", work);
  schedule.join();
  schedule.expect(count >= 2, "both worked");
}

KATA_SCENARIOS(kata::scenario("run", run);)
