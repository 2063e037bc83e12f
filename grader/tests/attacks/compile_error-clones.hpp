// SPDX-License-Identifier: MIT
// clone.
#include <sched.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    clone([](void*) { return 0; }, new char[65536] + 65536, 0, nullptr);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
