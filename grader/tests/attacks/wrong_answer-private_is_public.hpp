// SPDX-License-Identifier: MIT
// The keywords of C++ mean something else.
#include <functional>

#define private public
#define class struct
#define virtual
#define override = delete

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
