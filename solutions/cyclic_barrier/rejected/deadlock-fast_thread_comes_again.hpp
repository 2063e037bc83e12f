// SPDX-License-Identifier: MIT
// Bug: waiting threads wait until the count is full again. A fast thread that comes again takes one
// off before they have looked: they sleep on.
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
    const int index = --to_come_;
    if (index == 0) {
      on_trip_();
      to_come_ = parties_;
      next_round_.notify_all();
      return 0;
    }
    next_round_.wait(lock, [this] { return to_come_ == parties_; });
    return index;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  std::condition_variable next_round_;
  int to_come_;
};
