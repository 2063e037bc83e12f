// SPDX-License-Identifier: MIT
// Opens /proc/self/mem to write where it may not.
#include <fcntl.h>
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    const int memory = open("/proc/self/mem", O_RDWR);
    const char zero = 0;
    if (memory >= 0 && pwrite(memory, &zero, 1, 0x400000) == 1) return;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
