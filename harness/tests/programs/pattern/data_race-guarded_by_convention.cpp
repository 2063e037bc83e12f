// SPDX-License-Identifier: MIT
// A getter without the lock beside setters with it.
#include <kata/kata.hpp>

struct Counter {
  std::mutex mutex;
  int value = 0;
  void add() {
    const std::lock_guard lock(mutex);
    ++value;
  }
  int get() const { return value; }
};

void run(kata::Schedule& schedule) {
  Counter counter;
  std::thread adder([&] { counter.add(); });
  schedule.expect(counter.get() <= 1, "0 or 1");
  adder.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
