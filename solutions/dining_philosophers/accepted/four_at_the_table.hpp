// SPDX-License-Identifier: MIT
// Everybody takes the right fork first. That is safe as long as only four may reach for forks: one
// of them gets a second one.
#pragma once

#include <functional>
#include <mutex>
#include <semaphore>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    seats_.acquire();
    {
      const std::lock_guard<std::mutex> right(forks_[philosopher]);
      pickRightFork();
      const std::lock_guard<std::mutex> left(forks_[(philosopher + 1) % 5]);
      pickLeftFork();
      eat();
      putLeftFork();
      putRightFork();
    }
    seats_.release();
  }

 private:
  std::counting_semaphore<4> seats_{4};
  std::mutex forks_[5];
};
