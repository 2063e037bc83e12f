// SPDX-License-Identifier: MIT
// Bug: the result is made of the count as it is after the wait, when it is no longer that of the
// arrival.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(parties), on_trip_(std::move(on_trip)), to_come_(parties) {}

  int arrive_and_wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    if (--to_come_ == 0) {
      on_trip_();
      to_come_ = parties_;
      ++round_;
      next_round_.notify_all();
      return 0;
    }
    next_round_.wait(lock, [this, mine = round_] { return round_ != mine; });
    return to_come_ % parties_;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  std::condition_variable next_round_;
  int to_come_;
  unsigned round_ = 0;
};
