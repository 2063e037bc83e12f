// SPDX-License-Identifier: MIT
// Looks wrong: wakes one philosopher, perhaps one whose other fork is still in use. But then
// somebody else is eating, who will wake one later; and the last one who eats leaves all five
// forks. So nobody is left behind, though a philosopher who could eat may have to wait longer than
// necessary.
// warns: starvation
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
      put_down_.wait(lock, [&] { return !left && !right; });
      left = right = true;
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    const std::lock_guard<std::mutex> lock(mutex_);
    left = right = false;
    put_down_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable put_down_;
  bool taken_[5] = {};
};
