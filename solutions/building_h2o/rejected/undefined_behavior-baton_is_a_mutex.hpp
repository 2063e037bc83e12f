// SPDX-License-Identifier: MIT
// Bug: the baton is a mutex. Who completes the molecule locks it, the oxygen unlocks it, and they
// are often not the same thread. If the oxygen comes last, all is well.
#pragma once

#include <barrier>
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
    all_released_.arrive_and_wait();
  }

  void oxygen(std::function<void()> releaseOxygen) {
    arrive(oxygens_waiting_);
    oxygen_may_go_.acquire();
    releaseOxygen();
    all_released_.arrive_and_wait();
    baton_.unlock();
  }

 private:
  void arrive(int& waiting) {
    baton_.lock();
    ++waiting;
    if (hydrogens_waiting_ < 2 || oxygens_waiting_ < 1) {
      baton_.unlock();
      return;
    }
    hydrogens_waiting_ -= 2;
    oxygens_waiting_ -= 1;
    hydrogen_may_go_.release(2);
    oxygen_may_go_.release();
  }

  std::mutex baton_;
  std::counting_semaphore<> hydrogen_may_go_{0};
  std::counting_semaphore<> oxygen_may_go_{0};
  std::barrier<> all_released_{3};
  int hydrogens_waiting_ = 0;
  int oxygens_waiting_ = 0;
};
