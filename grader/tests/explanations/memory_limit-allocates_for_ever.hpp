// SPDX-License-Identifier: MIT
#include <functional>
#include <list>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {
    std::list<long> all;
    for (;;) all.push_back(1);
  }
  void bar(std::function<void()>) {}
};
