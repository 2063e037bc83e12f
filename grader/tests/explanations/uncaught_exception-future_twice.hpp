// SPDX-License-Identifier: MIT
#include <functional>
#include <future>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) printFoo();
    said_.set_value();
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_ + 1; ++i) {
      all_said_.get();
      printBar();
    }
  }

 private:
  int n_;
  std::promise<void> said_;
  std::future<void> all_said_ = said_.get_future();
};
