// SPDX-License-Identifier: MIT
#include <cstdio>
#include <functional>
#include <semaphore>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      std::printf("foo waits, i is %d\n", i);
      foos_turn_.acquire();
      bars_turn_.release();
      printFoo();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      bars_turn_.acquire();
      printBar();
      foos_turn_.release();
    }
  }

 private:
  int n_;
  std::binary_semaphore foos_turn_{1}, bars_turn_{0};
};
