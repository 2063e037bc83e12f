// SPDX-License-Identifier: MIT
// Bug: lets the right three go, but does not wait until they have been released before it lets the
// next three go.
#pragma once

#include <functional>
#include <mutex>
#include <semaphore>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    arrive(hydrogens_waiting_);
    hydrogen_may_go_.acquire();
    releaseHydrogen();
  }

  void oxygen(std::function<void()> releaseOxygen) {
    arrive(oxygens_waiting_);
    oxygen_may_go_.acquire();
    releaseOxygen();
  }

 private:
  void arrive(int& waiting) {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++waiting;
    if (hydrogens_waiting_ < 2 || oxygens_waiting_ < 1) return;
    hydrogens_waiting_ -= 2;
    oxygens_waiting_ -= 1;
    hydrogen_may_go_.release(2);
    oxygen_may_go_.release();
  }

  std::mutex mutex_;
  std::counting_semaphore<> hydrogen_may_go_{0};
  std::counting_semaphore<> oxygen_may_go_{0};
  int hydrogens_waiting_ = 0;
  int oxygens_waiting_ = 0;
};
