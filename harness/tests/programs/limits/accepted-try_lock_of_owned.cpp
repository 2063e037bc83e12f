// SPDX-License-Identifier: MIT
// What the runtime cannot see: std::mutex::try_lock by the owner is undefined in C++, but it is
// pthread_mutex_trylock in the library, where POSIX says that it fails.
#include <kata/kata.hpp>

void plain(kata::Schedule& schedule) {
  std::mutex mutex;
  mutex.lock();
  schedule.expect(!mutex.try_lock(), "the mutex is held");
  mutex.unlock();
}

void timed(kata::Schedule& schedule) {
  std::timed_mutex mutex;
  mutex.lock();
  schedule.expect(!mutex.try_lock_for(std::chrono::milliseconds(1)), "the mutex is held");
  mutex.unlock();
}

KATA_SCENARIOS(kata::scenario("plain", plain); kata::scenario("timed", timed);)
