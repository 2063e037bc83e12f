// SPDX-License-Identifier: MIT
// Writes zeros over the heap beyond its own block.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    auto* block = new char[16];
    for (long i = 0; i < 64 << 20; ++i) block[i] = 0;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
