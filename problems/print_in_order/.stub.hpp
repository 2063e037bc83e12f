// SPDX-License-Identifier: MIT
// Three threads call first(), second() and third() on the same object, in no particular order. Fill
// in what makes the callbacks run in order, whoever comes first.
#pragma once

#include <functional>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    // printFirst() writes "first". Keep this call.
    printFirst();
  }

  void second(std::function<void()> printSecond) {
    // printSecond() writes "second". Keep this call.
    printSecond();
  }

  void third(std::function<void()> printThird) {
    // printThird() writes "third". Keep this call.
    printThird();
  }
};
