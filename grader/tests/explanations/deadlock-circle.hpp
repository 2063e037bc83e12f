// SPDX-License-Identifier: MIT
#include <functional>
#include <mutex>

std::mutex foos_lock;
std::mutex bars_lock;

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()> print) {
    const std::lock_guard<std::mutex> own(foos_lock);
    const std::lock_guard<std::mutex> other(bars_lock);
    print();
  }
  void bar(std::function<void()> print) {
    const std::lock_guard<std::mutex> own(bars_lock);
    const std::lock_guard<std::mutex> other(foos_lock);
    print();
  }
};
