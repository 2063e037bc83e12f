// SPDX-License-Identifier: MIT
// Instructions of another processor.
#include <functional>

__attribute__((target("avx512f"))) int wide(int n) { return n; }
#error wide

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
