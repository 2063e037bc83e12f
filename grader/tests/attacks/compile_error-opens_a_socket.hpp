// SPDX-License-Identifier: MIT
// The network.
#include <sys/socket.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    if (socket(AF_INET, SOCK_STREAM, 0) >= 0) return;
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
