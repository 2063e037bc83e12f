// SPDX-License-Identifier: MIT
#include <functional>
#include <mutex>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int) {}

  void foo(std::function<void()>) {
    int* turns = new int(0);
    std::thread helper([&] {
      const std::lock_guard lock(mutex_);
      ++*turns;
    });
    {
      const std::lock_guard lock(mutex_);
      *turns = 7;
    }
    delete turns;
    helper.join();
  }

  void bar(std::function<void()>) {}

 private:
  std::mutex mutex_;
};
