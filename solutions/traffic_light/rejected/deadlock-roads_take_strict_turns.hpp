// SPDX-License-Identifier: MIT
// Bug: after a car of one road it is the other road's turn. If no car comes there, the next one
// waits for ever.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    std::unique_lock<std::mutex> lock(mutex_);
    turn_changed_.wait(lock, [&] { return turn_ == 0 || turn_ == roadId; });
    if (green_ != roadId) {
      turnGreen();
      green_ = roadId;
    }
    crossCar();
    turn_ = 3 - roadId;
    turn_changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  int green_ = 1;
  int turn_ = 0;
};
