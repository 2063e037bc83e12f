// SPDX-License-Identifier: MIT
// One permit to and fro, with POSIX semaphores.
#pragma once

#include <semaphore.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {
    sem_init(&foo_may_go_, 0, 1);
    sem_init(&bar_may_go_, 0, 0);
  }

  ~FooBar() {
    sem_destroy(&foo_may_go_);
    sem_destroy(&bar_may_go_);
  }

  FooBar(const FooBar&) = delete;
  FooBar& operator=(const FooBar&) = delete;

  void foo(std::function<void()> printFoo) { take_turns(foo_may_go_, printFoo, bar_may_go_); }
  void bar(std::function<void()> printBar) { take_turns(bar_may_go_, printBar, foo_may_go_); }

 private:
  void take_turns(sem_t& mine, const std::function<void()>& print, sem_t& yours) {
    for (int i = 0; i < n_; ++i) {
      while (sem_wait(&mine) != 0) {
      }
      print();
      sem_post(&yours);
    }
  }

  const int n_;
  sem_t foo_may_go_;
  sem_t bar_may_go_;
};
