// SPDX-License-Identifier: MIT
// Cars of the green road cross together, but after four of them the other road is next if a car
// waits there. So nobody is held up by more than four, and nobody waits for a road that is empty.
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
    ++waiting_[roadId];
    changed_.wait(lock, [&] { return may_cross(roadId); });
    --waiting_[roadId];
    if (green_ != roadId) {
      turnGreen();
      green_ = roadId;
      batch_ = 0;
    }
    ++batch_;
    ++crossing_;
    changed_.notify_all();
    lock.unlock();
    crossCar();
    lock.lock();
    --crossing_;
    changed_.notify_all();
  }

 private:
  static constexpr int kBatch = 4;

  bool may_cross(int road) const {
    if (green_ == road) return batch_ < kBatch || waiting_[3 - road] == 0;
    return crossing_ == 0 && (batch_ >= kBatch || waiting_[green_] == 0);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int green_ = 1;
  int crossing_ = 0;
  int batch_ = 0;               // who began to cross since the light was turned
  int waiting_[3] = {0, 0, 0};  // for each road; there is no road 0
};
