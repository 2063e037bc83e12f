// SPDX-License-Identifier: MIT
// set() notifies after the unlock, and the waiter has destroyed the event by then.
#include <kata/kata.hpp>

struct Event {
  std::mutex mutex;
  std::condition_variable condition;
  bool is_set = false;
};

void run(kata::Schedule&) {
  auto event = std::make_unique<Event>();
  Event* const raw = event.get();
  std::thread setter([raw] {
    std::unique_lock lock(raw->mutex);
    raw->is_set = true;
    lock.unlock();
    raw->condition.notify_all();
  });
  {
    std::unique_lock lock(raw->mutex);
    raw->condition.wait(lock, [&] { return raw->is_set; });
  }
  event.reset();
  setter.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
