// SPDX-License-Identifier: MIT
// As POSIX has it: each thread has a condition variable of its own, and the number of words said
// tells whose turn it is.
#pragma once

#include <pthread.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}

  ~FooBar() {
    pthread_cond_destroy(&even_);
    pthread_cond_destroy(&odd_);
    pthread_mutex_destroy(&mutex_);
  }

  FooBar(const FooBar&) = delete;
  FooBar& operator=(const FooBar&) = delete;

  void foo(std::function<void()> printFoo) { take_turns(0, even_, printFoo, odd_); }
  void bar(std::function<void()> printBar) { take_turns(1, odd_, printBar, even_); }

 private:
  void take_turns(int parity, pthread_cond_t& mine, const std::function<void()>& print,
                  pthread_cond_t& yours) {
    for (int i = 0; i < n_; ++i) {
      pthread_mutex_lock(&mutex_);
      while (said_ % 2 != parity) pthread_cond_wait(&mine, &mutex_);
      print();
      ++said_;
      pthread_mutex_unlock(&mutex_);
      pthread_cond_signal(&yours);
    }
  }

  const int n_;
  pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t even_ = PTHREAD_COND_INITIALIZER;
  pthread_cond_t odd_ = PTHREAD_COND_INITIALIZER;
  int said_ = 0;
};
