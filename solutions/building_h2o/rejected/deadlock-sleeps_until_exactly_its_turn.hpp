// SPDX-License-Identifier: MIT
// Bug: waits until the count of releases *is* 3·molecule. An atom that looks a little late finds it
// beyond that, since another atom of its molecule has been released, and waits for what is over.
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
    for (int now = released_.load(); now != 3 * molecule; now = released_.load()) {
      released_.wait(now);
    }
    release();
    released_.fetch_add(1);
    released_.notify_all();
  }

  std::atomic<int> hydrogens_{0};
  std::atomic<int> oxygens_{0};
  std::atomic<int> released_{0};
};
