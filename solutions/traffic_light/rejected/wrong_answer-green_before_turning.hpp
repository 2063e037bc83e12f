// SPDX-License-Identifier: MIT
// Bug: says that the light is green before turnGreen has returned. Another car of the road, which
// crosses together with this one, drives off on red when turning is slow.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    bool turn = false;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      empty_.wait(lock, [&] { return green_ == roadId || crossing_ == 0; });
      turn = green_ != roadId;
      green_ = roadId;
      ++crossing_;
    }
    if (turn) turnGreen();
    crossCar();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--crossing_ == 0) empty_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  int green_ = 1;
  int crossing_ = 0;
};
