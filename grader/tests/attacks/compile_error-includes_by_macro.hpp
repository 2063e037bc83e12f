// SPDX-License-Identifier: MIT
// The name of a file by a macro.
#include <functional>

#define SHADOW "/etc/shadow"
#include SHADOW

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
