// SPDX-License-Identifier: MIT
// Looks with relaxed loads, and when the number has come reads it once more with acquire. The
// second load cannot see an older value than the first one saw (each atomic has one order, and a
// thread does not go back in it), so it reads what the release store wrote, and that orders.
// warns: busy_wait
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    done_.store(1, std::memory_order_release);
  }

  void second(std::function<void()> printSecond) {
    await(1);
    printSecond();
    done_.store(2, std::memory_order_release);
  }

  void third(std::function<void()> printThird) {
    await(2);
    printThird();
  }

 private:
  void await(int count) {
    while (done_.load(std::memory_order_relaxed) < count) std::this_thread::yield();
    (void)done_.load(std::memory_order_acquire);
  }

  std::atomic<int> done_{0};
};
