// SPDX-License-Identifier: MIT
// As in Downey's “Little Book of Semaphores”: who finds a molecule complete lets its three atoms go
// and keeps the baton for them; the oxygen gives it back when all three have met afterwards. The
// baton goes from one thread to another, so it is a semaphore and not a mutex.
#pragma once

#include <barrier>
#include <functional>
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
    baton_.release();
  }

 private:
  void arrive(int& waiting) {
    baton_.acquire();
    ++waiting;
    if (hydrogens_waiting_ < 2 || oxygens_waiting_ < 1) {
      baton_.release();
      return;
    }
    hydrogens_waiting_ -= 2;
    oxygens_waiting_ -= 1;
    hydrogen_may_go_.release(2);
    oxygen_may_go_.release();
  }

  std::binary_semaphore baton_{1};
  std::counting_semaphore<> hydrogen_may_go_{0};
  std::counting_semaphore<> oxygen_may_go_{0};
  std::barrier<> all_released_{3};
  int hydrogens_waiting_ = 0;
  int oxygens_waiting_ = 0;
};
