// SPDX-License-Identifier: MIT
// warns: global_state
// What POSIX promises of pthread_mutex_trylock, and std::mutex does not: it fails if and only if
// the mutex is held, and says so to the owner too. Nor do locks that retry mind a failure.
#include <kata/kata.hpp>

pthread_mutex_t shared = PTHREAD_MUTEX_INITIALIZER;

void posix(kata::Schedule& schedule) {
  schedule.expect(pthread_mutex_trylock(&shared) == 0, "a free mutex is got");
  schedule.expect(pthread_mutex_trylock(&shared) == EBUSY, "a held one is not");
  pthread_mutex_unlock(&shared);
}

void retrying(kata::Schedule& schedule) {
  std::mutex a, b;
  int both = 0;
  std::thread other([&] {
    const std::scoped_lock lock(b, a);
    ++both;
  });
  {
    const std::scoped_lock lock(a, b);
    ++both;
  }
  other.join();
  schedule.expect(both == 2, "each had both");
}

KATA_SCENARIOS(kata::scenario("POSIX", posix); kata::scenario("retrying", retrying);)
