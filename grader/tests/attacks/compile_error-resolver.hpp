// SPDX-License-Identifier: MIT
// Code of an indirect function's resolver runs while loading.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

static int one() { return 1; }
extern "C" int (*choose())() { return &one; }
extern "C" int chosen() __attribute__((ifunc("choose")));

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    chosen();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
