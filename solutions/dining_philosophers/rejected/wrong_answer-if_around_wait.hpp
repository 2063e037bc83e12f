// SPDX-License-Identifier: MIT
// Bug: `if` around the wait. All are woken when somebody has eaten, and all of them believe that
// their forks are free now.
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
      if (left || right) put_down_.wait(lock);
      left = right = true;
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    const std::lock_guard<std::mutex> lock(mutex_);
    left = right = false;
    put_down_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable put_down_;
  bool taken_[5] = {};
};
