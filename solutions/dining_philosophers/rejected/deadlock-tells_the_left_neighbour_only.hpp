// SPDX-License-Identifier: MIT
// Bug: a condition variable for each philosopher, and who has eaten tells one neighbour. The other
// one may be waiting as well, and so may another call for the same philosopher.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    bool& right = taken_[philosopher];
    bool& left = taken_[(philosopher + 1) % 5];
    {
      std::unique_lock<std::mutex> lock(mutex_);
      may_eat_[philosopher].wait(lock, [&] { return !left && !right; });
      left = right = true;
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    const std::lock_guard<std::mutex> lock(mutex_);
    left = right = false;
    may_eat_[(philosopher + 1) % 5].notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable may_eat_[5];
  bool taken_[5] = {};
};
