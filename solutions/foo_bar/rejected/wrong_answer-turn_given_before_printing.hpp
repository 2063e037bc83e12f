// SPDX-License-Identifier: MIT
// Bug: the permit is passed on before the word is printed. The other thread may be faster than the
// callback.
#pragma once

#include <functional>
#include <semaphore>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      foo_may_go_.acquire();
      bar_may_go_.release();
      printFoo();
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
