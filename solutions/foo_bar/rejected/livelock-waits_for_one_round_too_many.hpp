// SPDX-License-Identifier: MIT
// Bug: foo waits once more after its last word, for a number that is never reached: bar has said
// its last word by then. It spins for ever, in every schedule.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      printFoo();
      said_ = 2 * i + 1;
      await(2 * i + 2);
    }
    await(2 * n_ + 1);
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      await(2 * i + 1);
      printBar();
      said_ = 2 * i + 2;
    }
  }

 private:
  void await(int words) {
    while (said_ != words) std::this_thread::yield();
  }

  const int n_;
  std::atomic<int> said_{0};
};
