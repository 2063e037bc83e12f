// SPDX-License-Identifier: MIT
// The fork with the lower number first. In a circle of threads that wait for each other somebody
// would have to hold a higher one and wait for a lower one, and nobody does.
#pragma once

#include <algorithm>
#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    const auto [lower, higher] = std::minmax({philosopher, (philosopher + 1) % 5});
    const std::lock_guard<std::mutex> first(forks_[lower]);
    const std::lock_guard<std::mutex> second(forks_[higher]);
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }

 private:
  std::mutex forks_[5];
};
