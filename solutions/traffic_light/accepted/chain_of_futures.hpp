// SPDX-License-Identifier: MIT
// Every car waits for the car before it, whose promise it finds in the place where it leaves its
// own.
// warns: serialized
#pragma once

#include <functional>
#include <future>
#include <mutex>
#include <utility>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    std::promise<void> crossed;
    std::future<void> before;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      before = std::exchange(last_, crossed.get_future());
    }
    if (before.valid()) before.wait();
    if (green_ != roadId) {
      turnGreen();
      green_ = roadId;
    }
    crossCar();
    crossed.set_value();
  }

 private:
  std::mutex mutex_;
  std::future<void> last_;
  int green_ = 1;  // only the car whose turn it is looks at it
};
