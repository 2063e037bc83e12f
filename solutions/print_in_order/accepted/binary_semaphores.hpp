// SPDX-License-Identifier: MIT
// A semaphore with no permit is an event that has not happened yet; releasing it is the event.
#pragma once

#include <functional>
#include <semaphore>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    first_done_.release();
  }

  void second(std::function<void()> printSecond) {
    first_done_.acquire();
    printSecond();
    second_done_.release();
  }

  void third(std::function<void()> printThird) {
    second_done_.acquire();
    printThird();
  }

 private:
  std::binary_semaphore first_done_{0};
  std::binary_semaphore second_done_{0};
};
