// SPDX-License-Identifier: MIT
#include <atomic>
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int) {}
  void foo(std::function<void()>) {}
  void bar(std::function<void()> print) {
    while (!foo_done_) std::this_thread::yield();
    print();
  }

 private:
  std::atomic<bool> foo_done_{false};
};
