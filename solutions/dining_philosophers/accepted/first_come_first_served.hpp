// SPDX-License-Identifier: MIT
// Who comes draws a number for each of the two forks, both in one step, and waits until both are
// served. The numbers are drawn in one order for all, so nobody waits for one who came later, and
// nobody starves.
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
    Fork& right = forks_[philosopher];
    Fork& left = forks_[(philosopher + 1) % 5];
    {
      std::unique_lock<std::mutex> lock(mutex_);
      const int my_right = right.next++;
      const int my_left = left.next++;
      put_down_.wait(lock, [&] { return right.serves == my_right && left.serves == my_left; });
    }
    pickLeftFork();
    pickRightFork();
    eat();
    putLeftFork();
    putRightFork();
    const std::lock_guard<std::mutex> lock(mutex_);
    ++right.serves;
    ++left.serves;
    put_down_.notify_all();
  }

 private:
  struct Fork {
    int next = 0;
    int serves = 0;
  };

  std::mutex mutex_;
  std::condition_variable put_down_;
  Fork forks_[5];
};
