// SPDX-License-Identifier: MIT
// Bug: eats when no neighbour does. The same philosopher may be called a second time before the
// first call has ended, and nobody looks at that.
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
    {
      std::unique_lock<std::mutex> lock(mutex_);
      eaten_.wait(
          lock, [&] { return !eating_[(philosopher + 1) % 5] && !eating_[(philosopher + 4) % 5]; });
      eating_[philosopher] = true;
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    const std::lock_guard<std::mutex> lock(mutex_);
    eating_[philosopher] = false;
    eaten_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable eaten_;
  bool eating_[5] = {};
};
