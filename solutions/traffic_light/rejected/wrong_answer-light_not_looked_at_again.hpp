// SPDX-License-Identifier: MIT
// Bug: finds red with the shared lock, gives it up, gets the lock alone, and does not look again.
// Another car of its road may have turned the light in between.
#pragma once

#include <functional>
#include <mutex>
#include <shared_mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    {
      const std::shared_lock<std::shared_mutex> with_others(mutex_);
      if (green_ == roadId) {
        crossCar();
        return;
      }
    }
    const std::lock_guard<std::shared_mutex> alone(mutex_);
    turnGreen();
    green_ = roadId;
    crossCar();
  }

 private:
  std::shared_mutex mutex_;
  int green_ = 1;
};
