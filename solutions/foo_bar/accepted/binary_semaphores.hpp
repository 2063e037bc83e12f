// SPDX-License-Identifier: MIT
// Two semaphores hand one permit to and fro. It begins on foo's side.
#pragma once

#include <functional>
#include <semaphore>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      foo_may_go_.acquire();
      printFoo();
      bar_may_go_.release();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      bar_may_go_.acquire();
      printBar();
      foo_may_go_.release();
    }
  }

 private:
  const int n_;
  std::binary_semaphore foo_may_go_{1};
  std::binary_semaphore bar_may_go_{0};
};
