// SPDX-License-Identifier: MIT
// Templates that make each other without end.
#include <functional>

template <int n>
struct Bomb {
  Bomb<n + 1> left;
};
Bomb<0> bomb;

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
