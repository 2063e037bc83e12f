// SPDX-License-Identifier: MIT
// A function of libstdc++'s shared library as its own.
#include <functional>

namespace std {
unsigned long _Hash_bytes(const void*, unsigned long, unsigned long) { return 0; }
}  // namespace std

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
