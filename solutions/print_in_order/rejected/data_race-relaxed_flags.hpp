// SPDX-License-Identifier: MIT
// Bug: relaxed atomics. The flags themselves are seen, but they publish nothing: what the first
// callback wrote need not be visible to the second one. Works on x86, fails on other processors.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    done_.store(1, std::memory_order_relaxed);
  }

  void second(std::function<void()> printSecond) {
    while (done_.load(std::memory_order_relaxed) < 1) std::this_thread::yield();
    printSecond();
    done_.store(2, std::memory_order_relaxed);
  }

  void third(std::function<void()> printThird) {
    while (done_.load(std::memory_order_relaxed) < 2) std::this_thread::yield();
    printThird();
  }

 private:
  std::atomic<int> done_{0};
};
