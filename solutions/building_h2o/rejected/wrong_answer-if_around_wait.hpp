// SPDX-License-Identifier: MIT
// Bug: `if` around the wait. Whoever is woken takes a place without looking whether a newcomer was
// quicker, or whether anybody called at all.
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
    if (count == most) next_molecule_.wait(lock);
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
