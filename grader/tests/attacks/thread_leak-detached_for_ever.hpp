// SPDX-License-Identifier: MIT
// Detached threads that go on for ever.
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::thread([] {
      for (;;) std::this_thread::yield();
    }).detach();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
