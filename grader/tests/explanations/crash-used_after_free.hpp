// SPDX-License-Identifier: MIT
#include <functional>
#include <memory>

class FooBar {
 public:
  explicit FooBar(int n) : rounds_(new int(n)) {}
  void foo(std::function<void()> print) {
    delete rounds_;
    for (int i = 0; i < *rounds_; ++i) print();
  }
  void bar(std::function<void()>) {}

 private:
  int* rounds_;
};
