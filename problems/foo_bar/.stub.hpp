// SPDX-License-Identifier: MIT
// One thread calls foo() and another calls bar() on the same object. As it stands the two loops run
// past each other. Fill in what makes them take turns: foobarfoobar…, n times.
#pragma once

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      // printFoo() writes "foo". Keep this call.
      printFoo();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      // printBar() writes "bar". Keep this call.
      printBar();
    }
  }

 private:
  int n_;
};
