// SPDX-License-Identifier: MIT
// Bug: two mutexes used as semaphores. Each thread locks its own and unlocks the other one's, which
// it does not own. It often works, which does not make it defined.
#pragma once

#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) { bar_may_go_.lock(); }

  void foo(std::function<void()> printFoo) {
    for (int i = 0; i < n_; ++i) {
      foo_may_go_.lock();
      printFoo();
      bar_may_go_.unlock();
    }
  }

  void bar(std::function<void()> printBar) {
    for (int i = 0; i < n_; ++i) {
      bar_may_go_.lock();
      printBar();
      foo_may_go_.unlock();
    }
  }

 private:
  const int n_;
  std::mutex foo_may_go_;
  std::mutex bar_may_go_;
};
