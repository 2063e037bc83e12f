// SPDX-License-Identifier: MIT
// Plain volatile flags.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      while (turn_ != 0) {
      }
      print();
      turn_ = 1;
    }
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      while (turn_ != 1) {
      }
      print();
      turn_ = 0;
    }
  }

 private:
  int n_;
  volatile int turn_ = 0;
};
