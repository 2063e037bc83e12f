// SPDX-License-Identifier: MIT
// Names that it gives, as plain as those of a compiler.
#include <functional>
#include <semaphore>

extern "C" int own_name() asm("own_label");
int own_name() { return 1; }
__attribute__((section(".text.hot"))) int often() { return own_name(); }
static const int value = often();

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
