// SPDX-License-Identifier: MIT
// warns: remembers
// The environment is the C library's and is not put back: the first schedule differs from all
// others. No schedule of its own is to blame, so it is told and not rejected.
#include <cstdlib>
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  const bool first = std::getenv("KATA_TEST_WAS_HERE") == nullptr;
  setenv("KATA_TEST_WAS_HERE", "1", 1);
  schedule.thread("one", [&] {
    if (first) mutex.lock(), mutex.unlock();
  });
  schedule.thread("other", [&] { mutex.lock(), mutex.unlock(); });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
