// SPDX-License-Identifier: MIT
// Sleeps for as long as the clock goes.
#include <chrono>
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::this_thread::sleep_for(std::chrono::hours(24 * 365 * 200));
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
