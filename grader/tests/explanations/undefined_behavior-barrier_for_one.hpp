// SPDX-License-Identifier: MIT
#include <barrier>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      turn_.arrive_and_wait();
      printFoo();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      turn_.arrive_and_wait();
      printBar();
    }
  }

 private:
  int n_;
  std::barrier<> turn_{1};
};
