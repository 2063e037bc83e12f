// SPDX-License-Identifier: MIT
// Takes the first fork, tries the second one, and if it is in use puts the first one back and
// sleeps for a while that differs from philosopher to philosopher. Ends with probability one, and
// nobody can say when.
// warns: sleep_as_synchronization
// warns: starvation
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <thread>

class DiningPhilosophers {
 public:
  DiningPhilosophers() {}

  void wantsToEat(int philosopher, std::function<void()> pickLeftFork,
                  std::function<void()> pickRightFork, std::function<void()> eat,
                  std::function<void()> putLeftFork, std::function<void()> putRightFork) {
    std::mutex& right = forks_[philosopher];
    std::mutex& left = forks_[(philosopher + 1) % 5];
    while (true) {
      std::unique_lock<std::mutex> first(right);
      std::unique_lock<std::mutex> second(left, std::try_to_lock);
      if (second) {
        pickRightFork();
        pickLeftFork();
        eat();
        putLeftFork();
        putRightFork();
        return;
      }
      first.unlock();
      std::this_thread::sleep_for(std::chrono::milliseconds(10 + philosopher));
    }
  }

 private:
  std::mutex forks_[5];
};
