// SPDX-License-Identifier: MIT
// Bug: the count of releases is relaxed: the next molecule sees that the last one is done, but not
// necessarily what it did.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

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
    while (released_.load(std::memory_order_relaxed) < 3 * molecule) std::this_thread::yield();
    release();
    released_.fetch_add(1, std::memory_order_relaxed);
  }

  std::atomic<int> hydrogens_{0};
  std::atomic<int> oxygens_{0};
  std::atomic<int> released_{0};
};
