// SPDX-License-Identifier: MIT
// Bug: std::lock has locked both forks, and the guards lock them again. They should have been told
// that the locks are theirs already: std::adopt_lock (or std::scoped_lock, which does it all).
#pragma once

#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    std::mutex& left_fork = forks_[(philosopher + 1) % 5];
    std::mutex& right_fork = forks_[philosopher];
    std::lock(left_fork, right_fork);
    const std::lock_guard<std::mutex> left(left_fork);
    const std::lock_guard<std::mutex> right(right_fork);
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }

 private:
  std::mutex forks_[5];
};
