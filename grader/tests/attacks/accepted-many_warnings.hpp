// SPDX-License-Identifier: MIT
// A right answer with thousands of warnings.
#include <functional>
#include <semaphore>

#define ONE _Pragma("GCC warning \"a warning with some words, so that thousands fill a report\"")
#define EIGHT ONE ONE ONE ONE ONE ONE ONE ONE
#define MANY EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT
#define MORE MANY MANY MANY MANY MANY MANY MANY MANY
MORE MORE MORE MORE MORE MORE MORE MORE

    class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) foos_.acquire(), print(), bars_.release();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) bars_.acquire(), print(), foos_.release();
  }

 private:
  int n_;
  std::binary_semaphore foos_{1}, bars_{0};
};
