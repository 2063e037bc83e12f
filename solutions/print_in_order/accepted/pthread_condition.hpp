// SPDX-License-Identifier: MIT
// Mutex and condition variable as POSIX has them.
#pragma once

#include <pthread.h>

#include <functional>

class Foo {
 public:
  Foo() {
    pthread_mutex_init(&mutex_, nullptr);
    pthread_cond_init(&advanced_, nullptr);
  }

  ~Foo() {
    pthread_cond_destroy(&advanced_);
    pthread_mutex_destroy(&mutex_);
  }

  Foo(const Foo&) = delete;
  Foo& operator=(const Foo&) = delete;

  void first(std::function<void()> printFirst) { in_turn(0, printFirst); }
  void second(std::function<void()> printSecond) { in_turn(1, printSecond); }
  void third(std::function<void()> printThird) { in_turn(2, printThird); }

 private:
  void in_turn(int place, const std::function<void()>& print) {
    pthread_mutex_lock(&mutex_);
    while (done_ != place) pthread_cond_wait(&advanced_, &mutex_);
    print();
    ++done_;
    pthread_cond_broadcast(&advanced_);
    pthread_mutex_unlock(&mutex_);
  }

  pthread_mutex_t mutex_;
  pthread_cond_t advanced_;
  int done_ = 0;
};
