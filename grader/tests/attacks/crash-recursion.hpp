// SPDX-License-Identifier: MIT
// Recursion without end.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    struct Deep {
      static int call(int depth) { return depth < 0 ? 0 : call(depth + 1) + depth; }
    };
    n_ += Deep::call(1);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
