// SPDX-License-Identifier: MIT
// Bug: a spin lock for each fork, with relaxed operations. Neighbours do exclude each other, but
// what one did with a fork need not be visible to the next.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    const auto [lower, higher] = std::minmax({philosopher, (philosopher + 1) % 5});
    for (const int fork : {lower, higher}) {
      while (taken_[fork].exchange(true, std::memory_order_relaxed)) std::this_thread::yield();
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    for (const int fork : {lower, higher}) {
      taken_[fork].store(false, std::memory_order_relaxed);
    }
  }

 private:
  std::atomic<bool> taken_[5] = {};
};
