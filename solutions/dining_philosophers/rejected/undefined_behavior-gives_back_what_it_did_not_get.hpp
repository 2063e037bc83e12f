// SPDX-License-Identifier: MIT
// Bug: backs off when the second fork is not free, and gives back both, also the one that it did
// not get.
#pragma once

#include <functional>
#include <mutex>
#include <thread>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    std::mutex& right = forks_[philosopher];
    std::mutex& left = forks_[(philosopher + 1) % 5];
    while (true) {
      right.lock();
      if (left.try_lock()) break;
      right.unlock();
      left.unlock();
      std::this_thread::yield();
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    left.unlock();
    right.unlock();
  }

 private:
  std::mutex forks_[5];
};
