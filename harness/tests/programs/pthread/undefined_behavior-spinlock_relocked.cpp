// SPDX-License-Identifier: MIT
// A thread takes the spinlock that it holds.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_spinlock_t lock;
  pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
  pthread_spin_lock(&lock);
  pthread_spin_lock(&lock);
}

KATA_SCENARIOS(kata::scenario("run", run);)
