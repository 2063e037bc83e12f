// SPDX-License-Identifier: MIT
// sem_destroy while a thread waits.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  sem_t semaphore;
  sem_init(&semaphore, 0, 0);
  std::atomic<bool> waits{false};
  std::thread waiter([&] {
    waits = true;
    waits.notify_one();
    sem_wait(&semaphore);
  });
  waits.wait(false);
  sem_destroy(&semaphore);
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
