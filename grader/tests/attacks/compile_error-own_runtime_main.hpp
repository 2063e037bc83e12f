// SPDX-License-Identifier: MIT
// A main of the runtime's.
#include <functional>

extern "C" int kata_runtime_main() { return 0; }

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
