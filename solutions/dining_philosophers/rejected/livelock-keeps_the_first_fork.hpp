// SPDX-License-Identifier: MIT
// Bug: tries again and again to get the second fork, and keeps the first one all the while. When
// all five do, none gets a second one: a deadlock that does not sleep.
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
    const std::lock_guard<std::mutex> right(forks_[philosopher]);
    std::mutex& left = forks_[(philosopher + 1) % 5];
    while (!left.try_lock()) std::this_thread::yield();
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    left.unlock();
  }

 private:
  std::mutex forks_[5];
};
