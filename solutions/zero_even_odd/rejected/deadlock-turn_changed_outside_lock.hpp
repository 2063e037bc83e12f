// SPDX-License-Identifier: MIT
// Bug: zero changes the turn without the lock. The turn is atomic, so there is no data race, but
// another thread may be between its look at the turn and its wait: the notification finds nobody.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      {
        std::unique_lock<std::mutex> lock(mutex_);
        turn_changed_.wait(lock, [&] { return written_ == 2 * number - 2; });
      }
      printNumber(0);
      ++written_;
      turn_changed_.notify_all();
    }
  }
  void even(std::function<void(int)> printNumber) { count(2, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, printNumber); }

 private:
  void count(int first, const std::function<void(int)>& print) {
    for (int number = first; number <= n_; number += 2) {
      std::unique_lock<std::mutex> lock(mutex_);
      turn_changed_.wait(lock, [&] { return written_ == 2 * number - 1; });
      print(number);
      ++written_;
      turn_changed_.notify_all();
    }
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  std::atomic<int> written_{0};
};
