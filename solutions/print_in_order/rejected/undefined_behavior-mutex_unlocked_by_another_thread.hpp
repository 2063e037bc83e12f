// SPDX-License-Identifier: MIT
// Bug: mutexes used as signals. The thread that makes the object locks them, the others unlock
// them: only the owner of a mutex may unlock it. A binary semaphore has no owner and is what is
// wanted here.
#pragma once

#include <functional>
#include <mutex>

class Foo {
 public:
  Foo() {
    first_done_.lock();
    second_done_.lock();
  }

  void first(std::function<void()> printFirst) {
    printFirst();
    first_done_.unlock();
  }

  void second(std::function<void()> printSecond) {
    first_done_.lock();
    printSecond();
    first_done_.unlock();
    second_done_.unlock();
  }

  void third(std::function<void()> printThird) {
    second_done_.lock();
    printThird();
    second_done_.unlock();
  }

 private:
  std::mutex first_done_;
  std::mutex second_done_;
};
