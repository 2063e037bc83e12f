// SPDX-License-Identifier: MIT
// A ticket says which molecule an atom belongs to. It is released when all the molecules before
// it have been. No lock, and the releases of one molecule overlap.
// warns: eager
#pragma once

#include <atomic>
#include <functional>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    release_in(hydrogens_.fetch_add(1) / 2, releaseHydrogen);
  }
  void oxygen(std::function<void()> releaseOxygen) {
    release_in(oxygens_.fetch_add(1), releaseOxygen);
  }

 private:
  void release_in(int molecule, const std::function<void()>& release) {
    for (int now = released_.load(); now < 3 * molecule; now = released_.load()) {
      released_.wait(now);
    }
    release();
    if ((released_.fetch_add(1) + 1) % 3 == 0) released_.notify_all();
  }

  std::atomic<int> hydrogens_{0};
  std::atomic<int> oxygens_{0};
  std::atomic<int> released_{0};
};
