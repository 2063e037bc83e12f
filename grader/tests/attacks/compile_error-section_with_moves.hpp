// SPDX-License-Identifier: MIT
// Plain instructions in the name of a section.
#include <functional>

__attribute__((section(".text\n\tmovl $0, %eax\n#"), used)) void placed() {}

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
