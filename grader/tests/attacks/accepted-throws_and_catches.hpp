// SPDX-License-Identifier: MIT
// Exceptions that it catches.
#include <functional>
#include <semaphore>
#include <stdexcept>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    try {
      throw std::runtime_error("inside");
    } catch (const std::exception&) {
    }
    for (int i = 0; i < n_; ++i) {
      if (true) foo_.acquire();
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
