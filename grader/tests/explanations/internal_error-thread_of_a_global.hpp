// SPDX-License-Identifier: MIT
#include <functional>
#include <thread>

std::thread warm_up([] {});

class FooBar {
 public:
  explicit FooBar(int) { warm_up.join(); }
  void foo(std::function<void()>) {}
  void bar(std::function<void()>) {}
};
