// SPDX-License-Identifier: MIT
// Makes the judge take the submission for a whole program.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

extern "C" void kata_program(int (*)(int, char**, char**));

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    kata_program(nullptr);
    std::exit(0);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
