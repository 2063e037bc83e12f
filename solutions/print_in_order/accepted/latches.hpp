// SPDX-License-Identifier: MIT
// A latch that one thread counts down and another one waits for.
#pragma once

#include <functional>
#include <latch>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    first_done_.count_down();
  }

  void second(std::function<void()> printSecond) {
    first_done_.wait();
    printSecond();
    second_done_.count_down();
  }

  void third(std::function<void()> printThird) {
    second_done_.wait();
    printThird();
  }

 private:
  std::latch first_done_{1};
  std::latch second_done_{1};
};
