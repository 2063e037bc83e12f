// SPDX-License-Identifier: MIT
// Plain accesses between the verifier's marks of atomic blocks.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

extern "C" void __VERIFIER_atomic_begin();
extern "C" void __VERIFIER_atomic_end();

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    __VERIFIER_atomic_begin();
    __VERIFIER_atomic_end();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
