// SPDX-License-Identifier: MIT
// One car at a time: the lock is held from the look at the light until the car has crossed.
// warns: serialized
#pragma once

#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    const std::lock_guard<std::mutex> crossing(mutex_);
    if (green_ != roadId) {
      turnGreen();
      green_ = roadId;
    }
    crossCar();
  }

 private:
  std::mutex mutex_;
  int green_ = 1;
};
