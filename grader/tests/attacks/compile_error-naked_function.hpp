// SPDX-License-Identifier: MIT
// A function without a frame.
#include <functional>

__attribute__((naked)) void bare() { asm("ret"); }

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
