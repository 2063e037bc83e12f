// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {
    int ends[2];
    if (pipe(ends) != 0) return;
  }
  void bar(std::function<void()>) {}
};
