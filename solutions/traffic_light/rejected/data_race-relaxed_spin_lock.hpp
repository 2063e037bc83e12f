// SPDX-License-Identifier: MIT
// Bug: a spin lock with relaxed operations. Cars exclude each other, but the crossings are not
// ordered.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class TrafficLight {
 public:
  TrafficLight() {}

  void carArrived(int /*carId*/, int roadId, int /*direction*/, std::function<void()> turnGreen,
                  std::function<void()> crossCar) {
    while (taken_.exchange(true, std::memory_order_relaxed)) std::this_thread::yield();
    if (green_.load(std::memory_order_relaxed) != roadId) {
      turnGreen();
      green_.store(roadId, std::memory_order_relaxed);
    }
    crossCar();
    taken_.store(false, std::memory_order_relaxed);
  }

 private:
  std::atomic<bool> taken_{false};
  std::atomic<int> green_{1};
};
