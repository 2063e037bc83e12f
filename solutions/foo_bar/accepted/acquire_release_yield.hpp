// SPDX-License-Identifier: MIT
// Spins, but right: the release store and the acquire load order the words, and yield lets the
// other thread run. Accepted with the warning busy_wait.
// warns: busy_wait
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) { take_turns(0, printFoo); }
  void bar(std::function<void()> printBar) { take_turns(1, printBar); }

 private:
  void take_turns(int parity, const std::function<void()>& print) {
    for (int word = parity; word < 2 * n_; word += 2) {
      while (said_.load(std::memory_order_acquire) != word) std::this_thread::yield();
      print();
      said_.store(word + 1, std::memory_order_release);
    }
  }

  const int n_;
  std::atomic<int> said_{0};
};
