// SPDX-License-Identifier: MIT
// Bug: the forks are put down without the lock. They are atomic, so there is no data race, but a
// neighbour may have looked and not yet be asleep.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    std::atomic<bool>& right = taken_[philosopher];
    std::atomic<bool>& left = taken_[(philosopher + 1) % 5];
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
    left = right = false;
    put_down_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable put_down_;
  std::atomic<bool> taken_[5] = {};
};
