// SPDX-License-Identifier: MIT
// Relaxed flags between two fences: the fences order what the flags alone would not. Spins with
// yield, so the warning busy_wait stays.
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
    set(first_done_);
  }

  void second(std::function<void()> printSecond) {
    await(first_done_);
    printSecond();
    set(second_done_);
  }

  void third(std::function<void()> printThird) {
    await(second_done_);
    printThird();
  }

 private:
  static void set(std::atomic<bool>& event) {
    std::atomic_thread_fence(std::memory_order_release);
    event.store(true, std::memory_order_relaxed);
  }

  static void await(const std::atomic<bool>& event) {
    while (!event.load(std::memory_order_relaxed)) std::this_thread::yield();
    std::atomic_thread_fence(std::memory_order_acquire);
  }

  std::atomic<bool> first_done_{false};
  std::atomic<bool> second_done_{false};
};
