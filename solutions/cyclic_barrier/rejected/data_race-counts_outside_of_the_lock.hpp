// SPDX-License-Identifier: MIT
// Bug: the count changes before the lock is taken.
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
    const int index = --to_come_;
    std::unique_lock<std::mutex> lock(mutex_);
    if (index == 0) {
      on_trip_();
      to_come_ = parties_;
      ++round_;
      next_round_.notify_all();
      return 0;
    }
    next_round_.wait(lock, [this, mine = round_] { return round_ != mine; });
    return index;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  std::condition_variable next_round_;
  int to_come_;
  unsigned round_ = 0;
};
