// SPDX-License-Identifier: MIT
// The monitor in C.
#pragma once

#include <pthread.h>

#include <functional>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(parties), on_trip_(std::move(on_trip)) {
    pthread_mutex_init(&mutex_, nullptr);
    pthread_cond_init(&next_round_, nullptr);
  }
  ~CyclicBarrier() {
    pthread_cond_destroy(&next_round_);
    pthread_mutex_destroy(&mutex_);
  }
  CyclicBarrier(const CyclicBarrier&) = delete;
  CyclicBarrier& operator=(const CyclicBarrier&) = delete;

  int arrive_and_wait() {
    pthread_mutex_lock(&mutex_);
    const unsigned mine = round_;
    const int index = parties_ - ++come_;
    if (index == 0) {
      on_trip_();
      come_ = 0;
      ++round_;
      pthread_cond_broadcast(&next_round_);
    }
    while (round_ == mine) pthread_cond_wait(&next_round_, &mutex_);
    pthread_mutex_unlock(&mutex_);
    return index;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  pthread_mutex_t mutex_;
  pthread_cond_t next_round_;
  int come_ = 0;
  unsigned round_ = 0;
};
