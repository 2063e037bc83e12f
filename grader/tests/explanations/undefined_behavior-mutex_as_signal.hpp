// SPDX-License-Identifier: MIT
#include <functional>
#include <mutex>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) { may_bar_.lock(); }
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      may_foo_.lock();
      print();
      may_bar_.unlock();
    }
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      may_bar_.lock();
      print();
      may_foo_.unlock();
    }
  }

 private:
  int n_;
  std::mutex may_foo_, may_bar_;
};
