// SPDX-License-Identifier: MIT
// Bug: bar takes the second lock, the one for the output, before it waits for its turn. A wait
// gives back only the lock that it was called with: foo cannot print, so bar's turn never comes.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> turn(turn_mutex_);
      turn_changed_.wait(turn, [&] { return !bars_turn_; });
      const std::lock_guard<std::mutex> output(output_mutex_);
      printFoo();
      bars_turn_ = true;
      turn_changed_.notify_one();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      const std::lock_guard<std::mutex> output(output_mutex_);
      std::unique_lock<std::mutex> turn(turn_mutex_);
      turn_changed_.wait(turn, [&] { return bars_turn_; });
      printBar();
      bars_turn_ = false;
      turn_changed_.notify_one();
    }
  }

 private:
  const int n_;
  std::mutex turn_mutex_;
  std::mutex output_mutex_;
  std::condition_variable turn_changed_;
  bool bars_turn_ = false;
};
