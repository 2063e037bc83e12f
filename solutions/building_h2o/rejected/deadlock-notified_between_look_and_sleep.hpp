// SPDX-License-Identifier: MIT
// Bug: the count of releases is atomic and changes outside the lock. An atom that has just found
// its molecule not due, and does not sleep yet, misses the notification.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

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
    {
      std::unique_lock<std::mutex> lock(mutex_);
      molecule_done_.wait(lock, [&] { return released_ >= 3 * molecule; });
    }
    release();
    if (++released_ % 3 == 0) molecule_done_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable molecule_done_;
  std::atomic<int> hydrogens_{0};
  std::atomic<int> oxygens_{0};
  std::atomic<int> released_{0};
};
