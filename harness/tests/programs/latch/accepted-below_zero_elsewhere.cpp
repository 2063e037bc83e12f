// SPDX-License-Identifier: MIT
// Only a latch may not go below zero: balances may, and unsigned numbers wrap. A latch may be
// counted down to zero in steps of any size.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::atomic<int> balance{1};
  std::atomic<unsigned char> small{0};
  std::latch ready(5);
  std::jthread other([&] {
    balance -= 3;
    small.fetch_sub(1);
    ready.count_down(3);
  });
  balance.fetch_sub(3);
  ready.count_down();
  ready.arrive_and_wait(1);
  schedule.expect(balance == -5 && small == 255, "all of it is subtracted");
}

KATA_SCENARIOS(kata::scenario("run", run);)
