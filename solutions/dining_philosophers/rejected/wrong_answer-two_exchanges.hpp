// SPDX-License-Identifier: MIT
// Bug: looks at both forks in one step, but takes them in two. Between the two the neighbour takes
// the second one, and what the exchange returns is not looked at.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    std::atomic<bool>& right = taken_[philosopher];
    std::atomic<bool>& left = taken_[(philosopher + 1) % 5];
    while (left || right) std::this_thread::yield();
    left.exchange(true);
    right.exchange(true);
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    left = false;
    right = false;
  }

 private:
  std::atomic<bool> taken_[5] = {};
};
