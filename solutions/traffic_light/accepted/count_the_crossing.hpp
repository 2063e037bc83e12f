// SPDX-License-Identifier: MIT
// Cars of the road that is green cross together. A car of the other road waits until none is
// crossing, and turns the light.
// warns: starvation
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
      empty_.wait(lock, [&] { return green_ == roadId || crossing_ == 0; });
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
