// SPDX-License-Identifier: MIT
// An `if` around the wait: another consumer may have been faster, or the wakeup spurious.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable not_empty;
  int items = 0;
  const auto consume = [&] {
    std::unique_lock lock(mutex);
    if (items == 0) not_empty.wait(lock);
    schedule.expect(items > 0, "something is taken from an empty queue");
    --items;
  };
  std::thread a(consume), b(consume);
  std::thread producer([&] {
    for (int i = 0; i < 2; ++i) {
      const std::lock_guard lock(mutex);
      ++items;
      not_empty.notify_one();
    }
  });
  a.join();
  b.join();
  producer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
