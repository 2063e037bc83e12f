// SPDX-License-Identifier: MIT
// Bug: the last thread of a round waits as well, and it is the only one that could wake them.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(parties), on_trip_(std::move(on_trip)) {}

  int arrive_and_wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    const int come = ++come_;
    const int last = (come + parties_ - 1) / parties_ * parties_;
    next_round_.wait(lock, [&] { return complete_ * parties_ >= come; });
    if (come == last) {
      on_trip_();
      ++complete_;
      next_round_.notify_all();
    }
    return last - come;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  std::condition_variable next_round_;
  int come_ = 0;
  int complete_ = 0;
};
