// SPDX-License-Identifier: MIT
#include <functional>
#include <mutex>

int count;

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++count;
  }
  void bar(std::function<void()> print) {
    while (count == 0) {
    }
    print();
  }

 private:
  std::mutex mutex_;
};
