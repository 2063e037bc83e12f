// SPDX-License-Identifier: MIT
// Bug: looks at the light without the lock, to lock only if it must be turned.
#pragma once

#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    const bool is_green = green_ == roadId;
    const std::lock_guard<std::mutex> crossing(mutex_);
    if (!is_green || green_ != roadId) {
      if (green_ != roadId) turnGreen();
      green_ = roadId;
    }
    crossCar();
  }

 private:
  std::mutex mutex_;
  int green_ = 1;
};
