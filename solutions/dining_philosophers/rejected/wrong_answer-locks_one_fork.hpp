// SPDX-License-Identifier: MIT
// Bug: locks the fork on one side only. The one on the other side is locked by nobody who takes it
// from there.
#pragma once

#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    const std::lock_guard<std::mutex> fork(forks_[philosopher]);
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }

 private:
  std::mutex forks_[5];
};
