// SPDX-License-Identifier: MIT
// A spin lock with acquire and release. Right, with the warning busy_wait.
// warns: busy_wait
// warns: serialized
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    while (taken_.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
    if (green_ != roadId) {
      turnGreen();
      green_ = roadId;
    }
    crossCar();
    taken_.clear(std::memory_order_release);
  }

 private:
  std::atomic_flag taken_;
  int green_ = 1;
};
