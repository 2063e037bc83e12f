// SPDX-License-Identifier: MIT
// Ends the process past the engine.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    asm volatile("syscall" ::"a"(231L), "D"(0L) : "rcx", "r11", "memory");
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
