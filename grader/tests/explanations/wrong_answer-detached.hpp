// SPDX-License-Identifier: MIT
#include <functional>
#include <semaphore>
#include <thread>

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
      std::thread([this, printBar] {
        printBar();
        foo_.release();
      }).detach();
    }
  }

 private:
  int n_;
  std::binary_semaphore foo_{1}, bar_{0};
};
