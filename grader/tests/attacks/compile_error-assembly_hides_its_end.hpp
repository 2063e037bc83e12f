// SPDX-License-Identifier: MIT
// Assembly that pretends to end with a permitted line.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

static int turn;

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    asm volatile("pause\n#NO_APP\n\tmovl $1, %0\n#APP\n\tpause" : "=m"(turn));
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
