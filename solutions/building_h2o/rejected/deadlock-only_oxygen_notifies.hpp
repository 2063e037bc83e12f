// SPDX-License-Identifier: MIT
// Bug: takes the oxygen for the last one of every molecule, and lets it alone call the next. When a
// hydrogen makes the molecule complete, nobody is told. Atoms that come later hide it: they do not
// wait.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    std::unique_lock<std::mutex> lock(mutex_);
    next_molecule_.wait(lock, [&] { return hydrogens_ < 2; });
    releaseHydrogen();
    ++hydrogens_;
    begin_next_if_complete();
  }

  void oxygen(std::function<void()> releaseOxygen) {
    std::unique_lock<std::mutex> lock(mutex_);
    next_molecule_.wait(lock, [&] { return oxygens_ < 1; });
    releaseOxygen();
    ++oxygens_;
    if (begin_next_if_complete()) next_molecule_.notify_all();
  }

 private:
  bool begin_next_if_complete() {
    if (hydrogens_ + oxygens_ < 3) return false;
    hydrogens_ = oxygens_ = 0;
    return true;
  }

  std::mutex mutex_;
  std::condition_variable next_molecule_;
  int hydrogens_ = 0;
  int oxygens_ = 0;
};
