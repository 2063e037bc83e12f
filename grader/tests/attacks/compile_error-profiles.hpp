// SPDX-License-Identifier: MIT
// The engine's own timer.
#include <sys/time.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    itimerval timer{{0, 1000}, {0, 1000}};
    setitimer(ITIMER_PROF, &timer, nullptr);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
