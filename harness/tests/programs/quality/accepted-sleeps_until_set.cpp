// SPDX-License-Identifier: MIT
// Waiting for another thread by sleeping and looking again: at an atomic, under a lock, in C.
// Polling, but no spinning.
// warns: sleep_as_synchronization
#include <kata/kata.hpp>

using std::chrono::milliseconds;

void atomic_flag(kata::Schedule& schedule) {
  std::atomic<bool> ready{false};
  int value = 0;
  std::thread setter([&] {
    value = 1;
    ready = true;
  });
  while (!ready) std::this_thread::sleep_for(milliseconds(1));
  schedule.expect(value == 1, "the flag orders");
  setter.join();
}

void under_a_lock(kata::Schedule& schedule) {
  std::mutex mutex;
  int turn = 0;
  std::thread second([&] {
    for (;;) {
      {
        const std::lock_guard lock(mutex);
        if (turn == 1) break;
      }
      std::this_thread::sleep_for(milliseconds(1));
    }
    const std::lock_guard lock(mutex);
    turn = 2;
  });
  std::this_thread::sleep_for(milliseconds(20));
  {
    const std::lock_guard lock(mutex);
    turn = 1;
  }
  second.join();
  schedule.expect(turn == 2, "both had their turn");
}

void in_c(kata::Schedule&) {
  sem_t done;
  sem_init(&done, 0, 0);
  std::thread other([&] { sem_post(&done); });
  while (sem_trywait(&done) != 0) usleep(100);
  other.join();
  sem_destroy(&done);
}

KATA_SCENARIOS(kata::scenario("atomic flag", atomic_flag);
               kata::scenario("under a lock", under_a_lock); kata::scenario("in C", in_c);)
