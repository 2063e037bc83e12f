// SPDX-License-Identifier: MIT
#include <atomic>
#include <functional>
#include <thread>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) { turns(true, print); }
  void bar(std::function<void()> print) { turns(false, print); }

 private:
  void turns(bool mine, const std::function<void()>& print) {
    for (int i = 0; i < n_; ++i) {
      while (foos_turn_.load(std::memory_order_relaxed) != mine) std::this_thread::yield();
      print();
      foos_turn_.store(!mine, std::memory_order_relaxed);
    }
  }
  int n_;
  std::atomic<bool> foos_turn_{true};
};
