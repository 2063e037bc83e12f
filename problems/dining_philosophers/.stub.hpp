// SPDX-License-Identifier: MIT
// Five philosophers sit round a table with five forks, and each needs both its neighbouring ones to
// eat. As it stands they take forks out of each other's hands. Fill in what keeps a fork in one
// hand at a time.
#pragma once

#include <functional>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  // `philosopher` is 0 … 4. May be called by several threads at once, for the same one too.
  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    // The right fork of philosopher p is fork p, the left one is fork (p + 1) % 5.
    (void)philosopher;
    // Keep these five calls.
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }
};
