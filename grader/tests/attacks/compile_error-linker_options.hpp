// SPDX-License-Identifier: MIT
// A section with options for a linker.
#include <functional>

__attribute__((section(".drectve"), used)) const char options[] = "-lm";

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
