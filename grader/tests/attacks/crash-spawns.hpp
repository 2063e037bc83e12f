// SPDX-License-Identifier: MIT
// posix_spawn.
#include <spawn.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    char program[] = "/bin/true";
    char* words[] = {program, nullptr};
    pid_t child = 0;
    posix_spawn(&child, program, nullptr, nullptr, words, nullptr);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
