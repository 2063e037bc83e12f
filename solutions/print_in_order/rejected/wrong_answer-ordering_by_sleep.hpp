// SPDX-License-Identifier: MIT
// Bug: sleeps in place of synchronisation. The first thread may be late by more than 10 ms: a busy
// machine is enough. Sleeping makes the right order likely and guarantees nothing.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) { printFirst(); }

  void second(std::function<void()> printSecond) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    printSecond();
  }

  void third(std::function<void()> printThird) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    printThird();
  }
};
