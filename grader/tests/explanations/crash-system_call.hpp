// SPDX-License-Identifier: MIT
#include <sys/syscall.h>
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {
    if (syscall(SYS_eventfd2, 0, 0) < 0) return;
  }
  void bar(std::function<void()>) {}
};
