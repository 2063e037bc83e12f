// SPDX-License-Identifier: MIT
// Bug: sleeps in place of synchronisation. Both threads keep time like two drummers who cannot hear
// each other: one is held up once, and the text is wrong.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      printFoo();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

  void bar(std::function<void()> printBar) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    for (int i = 0; i < n_; ++i) {
      printBar();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

 private:
  const int n_;
};
