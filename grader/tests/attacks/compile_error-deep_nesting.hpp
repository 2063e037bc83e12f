// SPDX-License-Identifier: MIT
// Parentheses without end.
#include <functional>

#define P1(x) ((((((((x))))))))
#define P2(x) P1(P1(P1(P1(P1(P1(P1(P1(x))))))))
#define P3(x) P2(P2(P2(P2(P2(P2(P2(P2(x))))))))
#define P4(x) P3(P3(P3(P3(P3(P3(P3(P3(x))))))))
int deep = P4(P4(P4(P4(1)))) + ;

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
