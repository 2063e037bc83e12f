// SPDX-License-Identifier: MIT
// Bug: waits for its place by looking again and again, with the lock held that the others need to
// get on.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) { join(hydrogens_, 2, releaseHydrogen); }
  void oxygen(std::function<void()> releaseOxygen) { join(oxygens_, 1, releaseOxygen); }

 private:
  void join(std::atomic<int>& count, int most, const std::function<void()>& release) {
    const std::lock_guard<std::mutex> lock(mutex_);
    while (count == most) std::this_thread::yield();
    release();
    ++count;
    if (hydrogens_ + oxygens_ == 3) hydrogens_ = oxygens_ = 0;
  }

  std::mutex mutex_;
  std::atomic<int> hydrogens_{0};
  std::atomic<int> oxygens_{0};
};
