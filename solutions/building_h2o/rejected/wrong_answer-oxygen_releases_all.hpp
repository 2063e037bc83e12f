// SPDX-License-Identifier: MIT
// Bug: the hydrogens leave their callbacks with the oxygen, which calls all three. Each atom was to
// be released by its own thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    std::unique_lock<std::mutex> lock(mutex_);
    waiting_.push(releaseHydrogen);
    const int mine = ++came_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return released_ >= mine; });
  }

  void oxygen(std::function<void()> releaseOxygen) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() >= 2; });
    for (int i = 0; i < 2; ++i) {
      waiting_.front()();
      waiting_.pop();
    }
    releaseOxygen();
    released_ += 2;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<std::function<void()>> waiting_;
  int came_ = 0;
  int released_ = 0;
};
