// SPDX-License-Identifier: MIT
// The standard library locks several mutexes at once without deadlock: std::scoped_lock backs off
// when it does not get the second one.
// warns: starvation
#pragma once

#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    const std::scoped_lock both(forks_[philosopher], forks_[(philosopher + 1) % 5]);
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }

 private:
  std::mutex forks_[5];
};
