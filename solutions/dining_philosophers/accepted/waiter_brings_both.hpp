// SPDX-License-Identifier: MIT
// A waiter brings both forks to one philosopher after the other, and serves nobody else until the
// forks are there. Whoever has both does not need the waiter to put them down, so what the waiter
// waits for comes: there is no circle. Two who have no fork in common eat at the same time unless
// the waiter stands at a third one meanwhile.
#pragma once

#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    std::unique_lock<std::mutex> waiter(waiter_);
    const std::lock_guard<std::mutex> left(forks_[(philosopher + 1) % 5]);
    const std::lock_guard<std::mutex> right(forks_[philosopher]);
    waiter.unlock();
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }

 private:
  std::mutex waiter_;
  std::mutex forks_[5];
};
