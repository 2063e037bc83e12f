// SPDX-License-Identifier: MIT
// A thread-local variable under the name of a function.
#include <functional>

extern "C" {
__attribute__((used)) thread_local int read = 1;
}

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
