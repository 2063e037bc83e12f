// SPDX-License-Identifier: MIT
// Bug: remembers the direction of the last car instead of its road, so a car that comes the other
// way on the same road turns a light that is green.
#pragma once

#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int direction, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    const std::lock_guard<std::mutex> crossing(mutex_);
    if (direction_ != direction && !(roadId == 1 && direction_ == 0)) turnGreen();
    direction_ = direction;
    crossCar();
  }

 private:
  std::mutex mutex_;
  int direction_ = 0;
};
