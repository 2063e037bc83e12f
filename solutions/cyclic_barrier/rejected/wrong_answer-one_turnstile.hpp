// SPDX-License-Identifier: MIT
// Bug: one turnstile. A fast thread comes again and takes a permit of the round before, which was
// for a thread that has not passed yet.
#pragma once

#include <functional>
#include <mutex>
#include <semaphore>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(parties), on_trip_(std::move(on_trip)) {}

  int arrive_and_wait() {
    int index;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      index = parties_ - ++come_;
      if (index == 0) {
        on_trip_();
        come_ = 0;
        turnstile_.release(parties_);
      }
    }
    turnstile_.acquire();
    return index;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  int come_ = 0;
  std::counting_semaphore<> turnstile_{0};
};
