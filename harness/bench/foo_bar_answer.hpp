// SPDX-License-Identifier: MIT
// The program that is measured: the usual answer to foo_bar.
#pragma once

#include <condition_variable>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  template <class Print>
  void foo(Print print) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> lock(mutex_);
      turn_changed_.wait(lock, [this] { return foos_turn_; });
      print();
      foos_turn_ = false;
      turn_changed_.notify_one();
    }
  }

  template <class Print>
  void bar(Print print) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> lock(mutex_);
      turn_changed_.wait(lock, [this] { return !foos_turn_; });
      print();
      foos_turn_ = true;
      turn_changed_.notify_one();
    }
  }

 private:
  const int n_;
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  bool foos_turn_ = true;
};
