// SPDX-License-Identifier: MIT
// A global variable in a register.
#include <functional>

register unsigned long pointer asm("r15");
unsigned long taken() { return pointer; }

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
