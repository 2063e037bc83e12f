// SPDX-License-Identifier: MIT
// A place where a number of threads meet, again and again. As it stands no thread waits for
// another.
#pragma once

#include <functional>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(parties), on_trip_(std::move(on_trip)) {}

  int arrive_and_wait() {
    on_trip_();
    return parties_ - 1;
  }

 private:
  int parties_;
  std::function<void()> on_trip_;
};
