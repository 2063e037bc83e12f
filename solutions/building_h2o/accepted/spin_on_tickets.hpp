// SPDX-License-Identifier: MIT
// Tickets, and a spin on what has been released, with acquire and release. Right, with the warning
// busy_wait.
// warns: busy_wait
// warns: eager
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    release_in(hydrogens_.fetch_add(1, std::memory_order_relaxed) / 2, releaseHydrogen);
  }
  void oxygen(std::function<void()> releaseOxygen) {
    release_in(oxygens_.fetch_add(1, std::memory_order_relaxed), releaseOxygen);
  }

 private:
  void release_in(int molecule, const std::function<void()>& release) {
    while (released_.load(std::memory_order_acquire) < 3 * molecule) std::this_thread::yield();
    release();
    released_.fetch_add(1, std::memory_order_release);
  }

  std::atomic<int> hydrogens_{0};
  std::atomic<int> oxygens_{0};
  std::atomic<int> released_{0};
};
