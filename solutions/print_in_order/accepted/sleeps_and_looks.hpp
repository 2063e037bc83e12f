// SPDX-License-Identifier: MIT
// Sleeps for a millisecond and looks again. Right, since the look is at an atomic, and poor: nobody
// knows how long to sleep. The later it wakes the longer all wait, the earlier the more it looks in
// vain.
// warns: sleep_as_synchronization
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    done_.store(1);
  }

  void second(std::function<void()> printSecond) {
    await(1);
    printSecond();
    done_.store(2);
  }

  void third(std::function<void()> printThird) {
    await(2);
    printThird();
  }

 private:
  void await(int event) {
    while (done_.load() < event) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  std::atomic<int> done_{0};
};
