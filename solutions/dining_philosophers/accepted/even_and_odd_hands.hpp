// SPDX-License-Identifier: MIT
// Even philosophers take the left fork first, odd ones the right one, so that neighbours reach for
// the fork between them first or last together. The forks are numbered the other way round here:
// the left one of philosopher p is fork p.
#pragma once

#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    std::mutex& left = forks_[philosopher];
    std::mutex& right = forks_[(philosopher + 1) % 5];
    if (philosopher % 2 == 0) {
      left.lock();
      pickLeftFork();
      right.lock();
      pickRightFork();
    } else {
      right.lock();
      pickRightFork();
      left.lock();
      pickLeftFork();
    }
    eat();
    putLeftFork();
    left.unlock();
    putRightFork();
    right.unlock();
  }

 private:
  std::mutex forks_[5];
};
