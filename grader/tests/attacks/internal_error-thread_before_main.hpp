// SPDX-License-Identifier: MIT
// A thread that a constructor of a global object starts.
#include <functional>
#include <thread>

std::thread early([] {});

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
