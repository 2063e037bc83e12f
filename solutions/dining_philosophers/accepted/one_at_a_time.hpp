// SPDX-License-Identifier: MIT
// One lock for the table. Right, since the statement does not promise that two may eat at once, and
// as slow as it looks.
// warns: serialized
#pragma once

#include <functional>
#include <mutex>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int /*philosopher*/, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    const std::lock_guard<std::mutex> table(mutex_);
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
  }

 private:
  std::mutex mutex_;
};
