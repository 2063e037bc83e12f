// SPDX-License-Identifier: MIT
#include <functional>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {
    volatile unsigned i = 0;
    for (;;) i = i + 1;
  }
  void bar(std::function<void()>) {}
};
