// SPDX-License-Identifier: MIT
// A constructor of a global object fills memory.
#include <functional>
#include <vector>

struct Large {
  Large() {
    for (;;) data.resize(data.size() + (1 << 24), 1);
  }
  std::vector<char> data;
} large;

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
