// SPDX-License-Identifier: MIT
// Bug: the round is an atomic that changes without the lock: a waiting thread has looked, and does
// not sleep yet, when it is notified.
#pragma once

#include <atomic>
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
    const unsigned mine = round_;
    const int index = --to_come_;
    if (index == 0) {
      on_trip_();
      to_come_ = parties_;
      lock.unlock();
      ++round_;
      next_round_.notify_all();
      return 0;
    }
    next_round_.wait(lock, [&] { return round_ != mine; });
    return index;
  }

 private:
  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  std::condition_variable next_round_;
  int to_come_;
  std::atomic<unsigned> round_{0};
};
