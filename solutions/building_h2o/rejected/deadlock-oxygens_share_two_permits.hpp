// SPDX-License-Identifier: MIT
// Bug: an oxygen takes its two permits one after the other. Two oxygens may take one each and wait
// for a second one, which no hydrogen will give: their places are taken until an oxygen is through.
#pragma once

#include <functional>
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
    bonded_.acquire();
    bonded_.acquire();
    releaseOxygen();
    places_.release(2);
  }

 private:
  std::counting_semaphore<2> places_{2};
  std::counting_semaphore<2> bonded_{0};
};
