// SPDX-License-Identifier: MIT
// Bug: the two hydrogens of a molecule count themselves in a plain variable, to know which of them
// calls the oxygen. Both are between the same two semaphores, and nothing keeps them apart.
#pragma once

#include <functional>
#include <semaphore>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    places_.acquire();
    releaseHydrogen();
    if (++bonded_ % 2 == 0) both_bonded_.release();
  }

  void oxygen(std::function<void()> releaseOxygen) {
    both_bonded_.acquire();
    releaseOxygen();
    places_.release(2);
  }

 private:
  std::counting_semaphore<2> places_{2};
  std::binary_semaphore both_bonded_{0};
  int bonded_ = 0;
};
