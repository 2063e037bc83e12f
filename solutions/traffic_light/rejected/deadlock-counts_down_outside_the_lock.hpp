// SPDX-License-Identifier: MIT
// Bug: counts the car out and notifies without the lock. A car that has just counted one on the
// crossing, and does not sleep yet, is not woken.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    {
      std::unique_lock<std::mutex> lock(mutex_);
      empty_.wait(lock, [&] { return green_ == roadId || crossing_ == 0; });
      if (green_ != roadId) {
        turnGreen();
        green_ = roadId;
      }
      ++crossing_;
    }
    crossCar();
    if (--crossing_ == 0) empty_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  int green_ = 1;
  std::atomic<int> crossing_{0};
};
