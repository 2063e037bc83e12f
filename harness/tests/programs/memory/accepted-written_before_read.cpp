// SPDX-License-Identifier: MIT
// Of what was never written nothing is read: an array is filled as far as it is used.
#include <kata/kata.hpp>

struct Ring {
  int items[16];
  int count = 0;
  std::mutex mutex;

  void put(int item) {
    std::lock_guard lock(mutex);
    items[count++] = item;
  }
};

void run(kata::Schedule& schedule) {
  const std::unique_ptr<Ring> ring(new Ring);
  for (int i = 0; i < 2; ++i) schedule.thread("put", [&, i] { ring->put(i); });
  schedule.join();
  if (ring->items[0] + ring->items[1] != 1) schedule.fail("an item is lost");
}

KATA_SCENARIOS(kata::scenario("run", run);)
