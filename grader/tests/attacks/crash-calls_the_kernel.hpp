// SPDX-License-Identifier: MIT
// A system call that the engine does not know.
#include <sys/syscall.h>
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    if (syscall(SYS_eventfd2, 0, 0) < 0) return;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
