// SPDX-License-Identifier: MIT
// Bug: spins on plain variables. The compiler may read them once and loop for ever, and nothing
// orders the callbacks.
#pragma once

#include <functional>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    first_done_ = true;
  }

  void second(std::function<void()> printSecond) {
    while (!first_done_) {
    }
    printSecond();
    second_done_ = true;
  }

  void third(std::function<void()> printThird) {
    while (!second_done_) {
    }
    printThird();
  }

 private:
  bool first_done_ = false;
  bool second_done_ = false;
};
