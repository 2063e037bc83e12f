// SPDX-License-Identifier: MIT
// Spells a poisoned name by pasting.
#include <functional>

#define PASTE(a, b) a##b
namespace PASTE(ka, ta) {
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
