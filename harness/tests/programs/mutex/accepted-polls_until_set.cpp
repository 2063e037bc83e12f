// SPDX-License-Identifier: MIT
// Polling under a lock, which ends: two threads at once, with yields, and under a shared lock.
// warns: busy_wait
#include <kata/kata.hpp>

void for_a_time(kata::Schedule&) {
  std::mutex mutex;
  bool done = false;
  const auto poll = [&] {
    for (;;) {
      const std::lock_guard lock(mutex);
      if (done) return;
    }
  };
  std::thread first(poll), second(poll);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  {
    const std::lock_guard lock(mutex);
    done = true;
  }
  first.join();
  second.join();
}

void for_another_thread(kata::Schedule& schedule) {
  std::shared_mutex mutex;
  int turn = 0;
  std::thread second([&] {
    for (;;) {
      {
        const std::shared_lock lock(mutex);
        if (turn == 1) break;
      }
      std::this_thread::yield();
    }
    const std::lock_guard lock(mutex);
    turn = 2;
  });
  {
    const std::lock_guard lock(mutex);
    turn = 1;
  }
  second.join();
  schedule.expect(turn == 2, "both had their turn");
}

KATA_SCENARIOS(kata::scenario("for a time", for_a_time);
               kata::scenario("for another thread", for_another_thread);)
