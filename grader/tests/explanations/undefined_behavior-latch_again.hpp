// SPDX-License-Identifier: MIT
#include <functional>
#include <latch>
#include <semaphore>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      bar_said_.acquire();
      printFoo();
      first_foo_.count_down();
      foo_said_.release();
    }
  }

  void bar(std::function<void()> printBar) {
    first_foo_.wait();
    for (int i = 0; i < n_; ++i) {
      foo_said_.acquire();
      printBar();
      bar_said_.release();
    }
  }

 private:
  int n_;
  std::latch first_foo_{1};
  std::binary_semaphore foo_said_{0}, bar_said_{1};
};
