// SPDX-License-Identifier: MIT
// Each method throws.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    throw n_;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) { throw this; }

 private:
  int n_;
};
