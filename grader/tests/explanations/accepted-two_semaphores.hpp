// SPDX-License-Identifier: MIT
#include <functional>
#include <semaphore>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      may_foo_.acquire();
      ++printed_;
      print();
      may_bar_.release();
    }
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      may_bar_.acquire();
      print();
      may_foo_.release();
    }
  }

 private:
  int n_;
  inline static int printed_ = 0;
  std::binary_semaphore may_foo_{1}, may_bar_{0};
};
