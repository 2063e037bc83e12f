// SPDX-License-Identifier: MIT
// Allocates and uses for ever.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (;;) {
      auto* block = new char[1 << 20];
      for (int i = 0; i < 1 << 20; i += 4096) block[i] = 1;
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
