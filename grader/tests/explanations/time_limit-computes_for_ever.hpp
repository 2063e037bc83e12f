// SPDX-License-Identifier: MIT
#include <functional>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {
    for (volatile unsigned i = 0;; i = i + 1) {
    }
  }
  void bar(std::function<void()>) {}
};
