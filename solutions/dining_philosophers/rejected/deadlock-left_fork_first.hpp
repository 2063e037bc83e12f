// SPDX-License-Identifier: MIT
// Bug: everybody takes the left fork first. When all five have one, all wait for the right one.
#pragma once

#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    const std::lock_guard<std::mutex> left(forks_[(philosopher + 1) % 5]);
    pickLeftFork();
    const std::lock_guard<std::mutex> right(forks_[philosopher]);
    pickRightFork();
    eat();
    putRightFork();
    putLeftFork();
  }

 private:
  std::mutex forks_[5];
};
