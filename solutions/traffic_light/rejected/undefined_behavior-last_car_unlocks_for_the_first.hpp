// SPDX-License-Identifier: MIT
// Bug: the first car of a road locks the crossing for all of its road, the last one unlocks it.
// That may be another thread, and a mutex must be unlocked by the one that locked it.
#pragma once

#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    Road& road = road_[roadId - 1];
    {
      const std::lock_guard<std::mutex> lock(road.mutex);
      if (road.crossing++ == 0) {
        crossing_.lock();
        if (green_ != roadId) turnGreen();
        green_ = roadId;
      }
    }
    crossCar();
    const std::lock_guard<std::mutex> lock(road.mutex);
    if (--road.crossing == 0) crossing_.unlock();
  }

 private:
  struct Road {
    std::mutex mutex;
    int crossing = 0;
  };

  std::mutex crossing_;
  int green_ = 1;
  Road road_[2];
};
