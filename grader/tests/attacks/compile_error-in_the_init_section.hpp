// SPDX-License-Identifier: MIT
// Code in the loader's own function.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

__attribute__((section(".init"), used)) void loading() {}

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
