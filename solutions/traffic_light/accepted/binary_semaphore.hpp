// SPDX-License-Identifier: MIT
// A semaphore as a lock: the crossing has one permit.
// warns: serialized
#pragma once

#include <functional>
#include <semaphore>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    crossing_.acquire();
    if (green_ != roadId) {
      turnGreen();
      green_ = roadId;
    }
    crossCar();
    crossing_.release();
  }

 private:
  std::binary_semaphore crossing_{1};
  int green_ = 1;
};
