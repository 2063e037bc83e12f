// SPDX-License-Identifier: MIT
// A turnstile that the last to come opens for all, and an entrance before it: no thread comes to
// the next round before all have passed this one's turnstile.
#pragma once

#include <functional>
#include <mutex>
#include <semaphore>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(parties), on_trip_(std::move(on_trip)), entrance_(parties) {}

  int arrive_and_wait() {
    entrance_.acquire();
    int index = 0;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      index = parties_ - ++inside_;
      if (index == 0) {
        on_trip_();
        turnstile_.release(parties_);
      }
    }
    turnstile_.acquire();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--inside_ == 0) entrance_.release(parties_);
    return index;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  int inside_ = 0;
  std::counting_semaphore<> entrance_;
  std::counting_semaphore<> turnstile_{0};
};
