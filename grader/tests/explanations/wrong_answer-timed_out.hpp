// SPDX-License-Identifier: MIT
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  void foo(std::function<void()> printFoo) { go(0, printFoo); }
  void bar(std::function<void()> printBar) { go(1, printBar); }

 private:
  void go(int turn, const std::function<void()>& print) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock lock(mutex_);
      turned_.wait_for(lock, std::chrono::seconds(1), [&] { return turn_ == turn; });
      print();
      turn_ = 1 - turn;
      turned_.notify_all();
    }
  }

  int n_;
  std::mutex mutex_;
  std::condition_variable turned_;
  int turn_ = 0;
};
