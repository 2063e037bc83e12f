// SPDX-License-Identifier: MIT
// Accesses that the race detector cannot see.
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
    int value;
    asm volatile("movl %1, %0" : "=r"(value) : "m"(turn));
    asm volatile("movl %1, %0" : "=m"(turn) : "r"(value + 1));
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
