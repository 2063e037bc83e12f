// SPDX-License-Identifier: MIT
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()> print) { std::thread helper(print); }
  void bar(std::function<void()>) {}
};
