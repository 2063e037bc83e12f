// SPDX-License-Identifier: MIT
// longjmp to a frame that has returned.
#include <csetjmp>
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    static std::jmp_buf place;
    const auto leave = [] { return setjmp(place); };
    if (leave() == 0) std::longjmp(place, 1);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
