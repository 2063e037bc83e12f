// SPDX-License-Identifier: MIT
// The five forks are five bits of one atomic number. Both bits are set in one exchange, or none.
// warns: starvation
#pragma once

#include <atomic>
#include <functional>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    const unsigned both = 1u << philosopher | 1u << (philosopher + 1) % 5;
    unsigned taken = taken_.load();
    while (true) {
      if ((taken & both) != 0) {
        taken_.wait(taken);
        taken = taken_.load();
      } else if (taken_.compare_exchange_weak(taken, taken | both)) {
        break;
      }
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    taken_.fetch_and(~both);
    taken_.notify_all();
  }

 private:
  std::atomic<unsigned> taken_{0};
};
