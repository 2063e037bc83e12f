// SPDX-License-Identifier: MIT
#include <functional>
#include <latch>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      printFoo();
      foo_said_.count_down();
      bar_said_.wait();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      foo_said_.wait();
      printBar();
      bar_said_.count_down();
    }
  }

 private:
  int n_;
  std::latch foo_said_{1}, bar_said_{1};
};
