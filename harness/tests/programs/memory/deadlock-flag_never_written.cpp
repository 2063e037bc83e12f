// SPDX-License-Identifier: MIT
// The member holds whatever the memory held: true in most schedules.
#include <kata/kata.hpp>

struct Turns {
  std::mutex mutex;
  std::condition_variable changed;
  bool mine;

  void take() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return mine; });
  }
};

void run(kata::Schedule& schedule) {
  const std::unique_ptr<Turns> turns(new Turns);
  schedule.thread("taker", [&] { turns->take(); });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
