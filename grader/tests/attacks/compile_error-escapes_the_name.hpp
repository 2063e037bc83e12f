// SPDX-License-Identifier: MIT
// Spells a poisoned name with universal characters.
#include <functional>

namespace k\u0061ta {
  int mine;
}

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
