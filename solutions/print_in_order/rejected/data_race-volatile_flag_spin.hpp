// SPDX-License-Identifier: MIT
// Bug: volatile in place of atomic. The loop does read the flag again, but volatile orders nothing
// between threads: it is a data race all the same.
#pragma once

#include <functional>
#include <thread>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    done_ = 1;
  }

  void second(std::function<void()> printSecond) {
    while (done_ < 1) std::this_thread::yield();
    printSecond();
    done_ = 2;
  }

  void third(std::function<void()> printThird) {
    while (done_ < 2) std::this_thread::yield();
    printThird();
  }

 private:
  volatile int done_ = 0;
};
