// SPDX-License-Identifier: MIT
#include <functional>
#include <stdexcept>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) { throw std::logic_error("not written yet"); }
  void bar(std::function<void()>) {}
};
