// SPDX-License-Identifier: MIT
// Bug: the place is given back when the three have met, before the atom is released. Three others
// may meet meanwhile and overtake.
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
    places.release();
    release();
  }

  std::counting_semaphore<2> hydrogens_{2};
  std::binary_semaphore oxygens_{1};
  std::barrier<> molecule_{3};
};
