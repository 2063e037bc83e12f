// SPDX-License-Identifier: MIT
// Who crosses on green shares the lock with others who do; who turns the light has it alone.
// Between giving up the one and getting the other anything may have happened, so the light is
// looked at again.
#pragma once

#include <functional>
#include <mutex>
#include <shared_mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    while (true) {
      {
        const std::shared_lock<std::shared_mutex> with_others(mutex_);
        if (green_ == roadId) {
          crossCar();
          return;
        }
      }
      const std::lock_guard<std::shared_mutex> alone(mutex_);
      if (green_ == roadId) continue;
      turnGreen();
      green_ = roadId;
      crossCar();
      return;
    }
  }

 private:
  std::shared_mutex mutex_;
  int green_ = 1;
};
