// SPDX-License-Identifier: MIT
#include <functional>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {}
};
