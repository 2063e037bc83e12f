// SPDX-License-Identifier: MIT
// Bug: the barrier's completion function gives the places back, so an atom of the next molecule may
// arrive while it still runs. A barrier must not be arrived at more often than its count before the
// phase is over, and that is when the function has returned.
#pragma once

#include <barrier>
#include <functional>
#include <semaphore>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    hydrogens_.acquire();
    releaseHydrogen();
    molecule_.arrive_and_wait();
  }
  void oxygen(std::function<void()> releaseOxygen) {
    oxygens_.acquire();
    releaseOxygen();
    molecule_.arrive_and_wait();
  }

 private:
  struct GivePlacesBack {
    H2O* of;
    void operator()() noexcept {
      of->hydrogens_.release(2);
      of->oxygens_.release();
    }
  };

  std::counting_semaphore<2> hydrogens_{2};
  std::binary_semaphore oxygens_{1};
  std::barrier<GivePlacesBack> molecule_{3, GivePlacesBack{this}};
};
