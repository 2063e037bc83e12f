// SPDX-License-Identifier: MIT
// Bug: turns the light for every car, also when its road has green already. A single car on road 2
// is fine.
#pragma once

#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int /*roadId*/, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    const std::lock_guard<std::mutex> crossing(mutex_);
    turnGreen();
    crossCar();
  }

 private:
  std::mutex mutex_;
};
