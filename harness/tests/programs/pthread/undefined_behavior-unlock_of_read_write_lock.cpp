// SPDX-License-Identifier: MIT
// A read-write lock that the thread does not hold is unlocked.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
  pthread_rwlock_unlock(&lock);
}

KATA_SCENARIOS(kata::scenario("run", run);)
