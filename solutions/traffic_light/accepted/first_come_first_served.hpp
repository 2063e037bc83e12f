// SPDX-License-Identifier: MIT
// A number for each car in the order in which they come, and an atomic that says who is served: no
// road is starved by a stream of cars on the other.
// warns: serialized
#pragma once

#include <atomic>
#include <functional>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    const int mine = next_.fetch_add(1);
    for (int now = serves_.load(); now != mine; now = serves_.load()) serves_.wait(now);
    if (green_ != roadId) {
      turnGreen();
      green_ = roadId;
    }
    crossCar();
    serves_.store(mine + 1);
    serves_.notify_all();
  }

 private:
  std::atomic<int> next_{0};
  std::atomic<int> serves_{0};
  int green_ = 1;  // only the car that is served looks at it
};
