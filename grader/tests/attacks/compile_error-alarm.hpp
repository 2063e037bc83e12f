// SPDX-License-Identifier: MIT
// An alarm.
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    alarm(1);
    for (volatile long i = 0; i < 1000; ++i) {
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
