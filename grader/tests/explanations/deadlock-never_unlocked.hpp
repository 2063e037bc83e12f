// SPDX-License-Identifier: MIT
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()>) {
    mutex_.lock();
    if (n_ > 0) return;
    mutex_.unlock();
  }
  void bar(std::function<void()>) {
    mutex_.lock();
    mutex_.unlock();
  }

 private:
  int n_;
  std::mutex mutex_;
};
