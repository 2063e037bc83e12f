// SPDX-License-Identifier: MIT
// Bug: atoms of both kinds wait on one condition variable, and each release wakes one of them. If
// that one may not go, it sleeps again, and the atom that may go sleeps on. It takes four molecules
// or more, and notifications that use up a molecule's hydrogens and then meet another one.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) { enter(free_hydrogens_, releaseHydrogen); }
  void oxygen(std::function<void()> releaseOxygen) { enter(free_oxygens_, releaseOxygen); }

 private:
  void enter(int& free_places, const std::function<void()>& release) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (free_places == 0) place_.wait(lock);
    release();
    --free_places;
    if (free_hydrogens_ + free_oxygens_ == 0) {
      free_hydrogens_ = 2;
      free_oxygens_ = 1;
    }
    place_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable place_;
  int free_hydrogens_ = 2;
  int free_oxygens_ = 1;
};
