// SPDX-License-Identifier: MIT
// Bug: “who did not turn the light has nothing to tell”. But the last car that leaves the crossing
// must tell the other road, whether it turned the light or not. Cars that come later hide it: they
// do not wait.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    bool turned = false;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      empty_.wait(lock, [&] { return green_ == roadId || crossing_ == 0; });
      if (green_ != roadId) {
        turnGreen();
        green_ = roadId;
        turned = true;
      }
      ++crossing_;
    }
    crossCar();
    const std::lock_guard<std::mutex> lock(mutex_);
    --crossing_;
    if (turned) empty_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  int green_ = 1;
  int crossing_ = 0;
};
