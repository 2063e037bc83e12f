// SPDX-License-Identifier: MIT
// Every molecule is H, H, O. Each hydrogen gives a permit to the oxygen, which needs two. It takes
// them one after the other, so no second oxygen may come in between: hence the mutex.
// warns: eager
#pragma once

#include <functional>
#include <mutex>
#include <semaphore>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    places_.acquire();
    releaseHydrogen();
    bonded_.release();
  }

  void oxygen(std::function<void()> releaseOxygen) {
    const std::lock_guard<std::mutex> one_oxygen_at_a_time(mutex_);
    bonded_.acquire();
    bonded_.acquire();
    releaseOxygen();
    places_.release(2);
  }

 private:
  std::mutex mutex_;
  std::counting_semaphore<2> places_{2};
  std::counting_semaphore<2> bonded_{0};
};
