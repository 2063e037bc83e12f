// SPDX-License-Identifier: MIT
#include <functional>
#include <semaphore>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      foo_.acquire();
      printFoo();
      bar_.release();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      bar_.acquire();
      printBar();
      foo_.release();
    }
  }

 private:
  int n_;
  std::binary_semaphore foo_{0}, bar_{0};
};
