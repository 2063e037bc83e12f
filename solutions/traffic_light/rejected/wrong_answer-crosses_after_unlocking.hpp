// SPDX-License-Identifier: MIT
// Bug: looks and turns under the lock, and crosses without it. A car of the other road turns the
// light meanwhile.
#pragma once

#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (green_ != roadId) {
        turnGreen();
        green_ = roadId;
      }
    }
    crossCar();
  }

 private:
  std::mutex mutex_;
  int green_ = 1;
};
