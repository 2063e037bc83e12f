// SPDX-License-Identifier: MIT
// The same with POSIX semaphores. sem_wait may be interrupted by a signal, hence the loop.
#pragma once

#include <semaphore.h>

#include <functional>

class Foo {
 public:
  Foo() {
    sem_init(&first_done_, 0, 0);
    sem_init(&second_done_, 0, 0);
  }

  ~Foo() {
    sem_destroy(&first_done_);
    sem_destroy(&second_done_);
  }

  Foo(const Foo&) = delete;
  Foo& operator=(const Foo&) = delete;

  void first(std::function<void()> printFirst) {
    printFirst();
    sem_post(&first_done_);
  }

  void second(std::function<void()> printSecond) {
    wait(first_done_);
    printSecond();
    sem_post(&second_done_);
  }

  void third(std::function<void()> printThird) {
    wait(second_done_);
    printThird();
  }

 private:
  static void wait(sem_t& semaphore) {
    while (sem_wait(&semaphore) != 0) {
    }
  }

  sem_t first_done_;
  sem_t second_done_;
};
