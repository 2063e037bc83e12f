// SPDX-License-Identifier: MIT
// 64 MB of thread-local variables.
#include <functional>

thread_local char room[64 << 20];
static char* where() { return room; }

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    where()[0] = 1;
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
