// SPDX-License-Identifier: MIT
// A molecule has two places for hydrogen and one for oxygen. Whoever has a place meets the two
// others at a barrier, is released, and gives the place back: so the next three meet when all are
// released.
#pragma once

#include <barrier>
#include <functional>
#include <semaphore>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) { bond(hydrogens_, releaseHydrogen); }
  void oxygen(std::function<void()> releaseOxygen) { bond(oxygens_, releaseOxygen); }

 private:
  template <class Places>
  void bond(Places& places, const std::function<void()>& release) {
    places.acquire();
    molecule_.arrive_and_wait();
    release();
    places.release();
  }

  std::counting_semaphore<2> hydrogens_{2};
  std::binary_semaphore oxygens_{1};
  std::barrier<> molecule_{3};
};
