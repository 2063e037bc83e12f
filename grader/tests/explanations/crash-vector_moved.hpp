// SPDX-License-Identifier: MIT
#include <functional>
#include <mutex>
#include <vector>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      const std::lock_guard lock(mutex_);
      const int& last = said_.back();
      said_.push_back(0);
      if (last == 0) printFoo();
    }
  }

  void bar(std::function<void()>) {}

 private:
  int n_;
  std::mutex mutex_;
  std::vector<int> said_{1};
};
