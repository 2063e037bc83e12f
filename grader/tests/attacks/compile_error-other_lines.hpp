// SPDX-License-Identifier: MIT
// Its errors at lines of other files.
#include <functional>

#line 1 "/etc/passwd"
int broken = ;

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
