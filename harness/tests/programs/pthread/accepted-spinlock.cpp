// SPDX-License-Identifier: MIT
// A pthread spinlock; waiting for it is spinning.
// warns: busy_wait
#include <kata/kata.hpp>

void spinlock(kata::Schedule& schedule) {
  pthread_spinlock_t lock;
  pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
  int count = 0;
  const auto work = [&] {
    pthread_spin_lock(&lock);
    ++count;
    pthread_spin_unlock(&lock);
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(count == 2 && pthread_spin_trylock(&lock) == 0, "no increment is lost");
  schedule.expect(pthread_spin_trylock(&lock) == EBUSY, "taken");
  pthread_spin_unlock(&lock);
  pthread_spin_destroy(&lock);
}

KATA_SCENARIOS(kata::scenario("spinlock", spinlock);)
