// SPDX-License-Identifier: MIT
// Bug: the same as giving back a mutex that one did not get, with std::unique_lock, which notices
// and throws std::system_error.
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
    std::unique_lock<std::mutex> right(forks_[philosopher], std::defer_lock);
    std::unique_lock<std::mutex> left(forks_[(philosopher + 1) % 5], std::defer_lock);
    while (true) {
      right.lock();
      if (left.try_lock()) break;
      left.unlock();
      right.unlock();
      std::this_thread::yield();
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }

 private:
  std::mutex forks_[5];
};
