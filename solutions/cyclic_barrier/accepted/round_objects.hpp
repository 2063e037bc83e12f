// SPDX-License-Identifier: MIT
// An object for each round, which lives as long as a thread waits in it: a std::latch is for one
// time, so each round has its own.
#pragma once

#include <functional>
#include <latch>
#include <memory>
#include <mutex>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(parties),
        on_trip_(std::move(on_trip)),
        current_(std::make_shared<Round>(parties)) {}

  int arrive_and_wait() {
    std::shared_ptr<Round> round;
    int index;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      round = current_;
      index = --round->to_come;
      if (index == 0) {
        current_ = std::make_shared<Round>(parties_);
        on_trip_();
      }
    }
    round->all_have_come.arrive_and_wait();
    return index;
  }

 private:
  struct Round {
    explicit Round(int parties) : to_come(parties), all_have_come(parties) {}
    int to_come;
    std::latch all_have_come;
  };

  const int parties_;
  const std::function<void()> on_trip_;
  std::mutex mutex_;
  std::shared_ptr<Round> current_;
};
