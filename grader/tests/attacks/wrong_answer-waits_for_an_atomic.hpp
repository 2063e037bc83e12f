// SPDX-License-Identifier: MIT
// An atomic that no thread sets.
#include <atomic>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    while (!go_.load()) {
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
  std::atomic<bool> go_{false};
};
