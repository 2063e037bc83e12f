// SPDX-License-Identifier: MIT
// Words of assembly in comments and texts.
#include <functional>
#include <semaphore>

// asm("syscall"); int 0x80
static const char* volatile words = "asm(\"syscall\") __asm__ .incbin \"/etc/passwd\"";

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
