// SPDX-License-Identifier: MIT
// Cars of the green road cross together, until a car of the other road comes: while that waits for
// the crossing to be empty it stands in the door, so those who come later wait behind it. The door
// is a second mutex; who crosses needs only the first one to leave.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    {
      const std::lock_guard<std::mutex> in_the_door(door_);
      std::unique_lock<std::mutex> lock(mutex_);
      empty_.wait(lock, [&] { return green_ == roadId || crossing_ == 0; });
      if (green_ != roadId) {
        turnGreen();
        green_ = roadId;
      }
      ++crossing_;
    }
    crossCar();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--crossing_ == 0) empty_.notify_all();
  }

 private:
  std::mutex door_;
  std::mutex mutex_;
  std::condition_variable empty_;
  int green_ = 1;
  int crossing_ = 0;
};
