// SPDX-License-Identifier: MIT
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {
    const std::lock_guard<std::mutex> lock(foos_);
    ++count_;
  }
  void bar(std::function<void()>) {
    const std::lock_guard<std::mutex> lock(bars_);
    ++count_;
  }

 private:
  int count_ = 0;
  std::mutex foos_, bars_;
};
