// SPDX-License-Identifier: MIT
// Asks which files there are.
#include <functional>

#if __has_include("/etc/shadow") && __has_include("../solutions/foo_bar/README.md")
#error there is
#endif

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
