// SPDX-License-Identifier: MIT
// An executable of gigabytes.
#include <functional>

int table[1 << 28] = {1};

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
