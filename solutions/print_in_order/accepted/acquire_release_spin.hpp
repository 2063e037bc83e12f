// SPDX-License-Identifier: MIT
// Spins, but right: release and acquire order the callbacks. Accepted with a busy_wait warning,
// since a waiting thread keeps a processor busy.
// warns: busy_wait
#pragma once

#include <atomic>
#include <functional>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    done_.store(1, std::memory_order_release);
  }

  void second(std::function<void()> printSecond) {
    while (done_.load(std::memory_order_acquire) < 1) {
    }
    printSecond();
    done_.store(2, std::memory_order_release);
  }

  void third(std::function<void()> printThird) {
    while (done_.load(std::memory_order_acquire) < 2) {
    }
    printThird();
  }

 private:
  std::atomic<int> done_{0};
};
