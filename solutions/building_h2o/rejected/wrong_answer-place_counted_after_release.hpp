// SPDX-License-Identifier: MIT
// Bug: does not hold the lock during the release, and counts the atom only afterwards. Until then
// the same place is free for another one.
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
    lock.unlock();
    release();
    lock.lock();
    ++count;
    if (hydrogens_ >= 2 && oxygens_ >= 1) {
      hydrogens_ -= 2;
      oxygens_ -= 1;
      next_molecule_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable next_molecule_;
  int hydrogens_ = 0;
  int oxygens_ = 0;
};
