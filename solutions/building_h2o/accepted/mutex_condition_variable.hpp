// SPDX-License-Identifier: MIT
// What the molecule in the making has already is counted under a mutex, and the releases happen
// under it too. Who makes it complete begins the next one.
// warns: eager
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) { join(hydrogens_, 2, releaseHydrogen); }
  void oxygen(std::function<void()> releaseOxygen) { join(oxygens_, 1, releaseOxygen); }

 private:
  void join(int& count, int most, const std::function<void()>& release) {
    std::unique_lock<std::mutex> lock(mutex_);
    next_molecule_.wait(lock, [&] { return count < most; });
    release();
    ++count;
    if (hydrogens_ + oxygens_ == 3) {
      hydrogens_ = oxygens_ = 0;
      next_molecule_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable next_molecule_;
  int hydrogens_ = 0;
  int oxygens_ = 0;
};
