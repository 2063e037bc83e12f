// SPDX-License-Identifier: MIT
// Bug: `if` around the wait. Between the notification and the moment when the woken car has the
// lock again, a car of the green road may have driven off; or nobody has called.
#pragma once

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
      if (green_ != roadId && crossing_ > 0) empty_.wait(lock);
      if (green_ != roadId) {
        turnGreen();
        green_ = roadId;
      }
      ++crossing_;
    }
    crossCar();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--crossing_ == 0) empty_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  int green_ = 1;
  int crossing_ = 0;
};
