// SPDX-License-Identifier: MIT
// A promise of nothing is an event that happens once: exactly what is wanted here.
#pragma once

#include <functional>
#include <future>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    first_done_.set_value();
  }

  void second(std::function<void()> printSecond) {
    first_done_.get_future().wait();
    printSecond();
    second_done_.set_value();
  }

  void third(std::function<void()> printThird) {
    second_done_.get_future().wait();
    printThird();
  }

 private:
  std::promise<void> first_done_;
  std::promise<void> second_done_;
};
