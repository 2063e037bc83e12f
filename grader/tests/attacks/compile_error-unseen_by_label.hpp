// SPDX-License-Identifier: MIT
// Calls the judge's own guard under its mangled name.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

struct Guard {
  void enter() asm("_ZN4kata8Schedule6UnseenC1Ev");
};

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    Guard guard;
    guard.enter();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
