// SPDX-License-Identifier: MIT
#include <functional>
#include <iostream>
#include <semaphore>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      foos_turn_.acquire();
      std::cout << "foo" << std::endl;
      bars_turn_.release();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      bars_turn_.acquire();
      std::cout << "bar" << std::endl;
      foos_turn_.release();
    }
  }

 private:
  int n_;
  std::binary_semaphore foos_turn_{1}, bars_turn_{0};
};
