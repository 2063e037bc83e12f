// SPDX-License-Identifier: MIT
#include <condition_variable>
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) { turns(true, print); }
  void bar(std::function<void()> print) { turns(false, print); }

 private:
  void turns(bool mine, const std::function<void()>& print) {
    for (int i = 0; i < n_; ++i) {
      std::unique_lock<std::mutex> lock(mutex_);
      if (foos_turn_ != mine) changed_.wait(lock);
      print();
      foos_turn_ = !mine;
      changed_.notify_one();
    }
  }
  int n_;
  bool foos_turn_ = true;
  std::mutex mutex_;
  std::condition_variable changed_;
};
