// SPDX-License-Identifier: MIT
// Every car on the crossing owns a share of one pass. Who takes the last share away destroys the
// pass, and its deleter tells those who wait: counting the cars is left to shared_ptr.
//
// warns: starvation
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    const std::shared_ptr<bool> share = shared_pass(roadId, turnGreen);
    crossCar();
  }

 private:
  std::shared_ptr<bool> shared_pass(int road, const std::function<void()>& turnGreen) {
    std::shared_ptr<bool> share;
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] {
      if (green_ == road) share = pass_.lock();
      return share || !passed_out_;
    });
    if (share) return share;
    if (green_ != road) {
      turnGreen();
      green_ = road;
    }
    passed_out_ = true;
    share = {&passed_out_, [this](bool* passed_out) {
               {
                 const std::lock_guard<std::mutex> lock(mutex_);
                 *passed_out = false;
               }
               changed_.notify_all();
             }};
    pass_ = share;
    lock.unlock();
    changed_.notify_all();
    return share;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int green_ = 1;
  bool passed_out_ = false;  // the pass exists; its last owner may be about to give it back
  std::weak_ptr<bool> pass_;
};
