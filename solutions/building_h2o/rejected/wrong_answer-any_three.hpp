// SPDX-License-Identifier: MIT
// Bug: lets three go whenever three have come, and nothing says which three.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) { join(releaseHydrogen); }
  void oxygen(std::function<void()> releaseOxygen) { join(releaseOxygen); }

 private:
  void join(const std::function<void()>& release) {
    std::unique_lock<std::mutex> lock(mutex_);
    const int molecule = came_++ / 3;
    changed_.notify_all();
    changed_.wait(lock, [&] { return came_ >= 3 * (molecule + 1) && released_ >= 3 * molecule; });
    release();
    ++released_;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int came_ = 0;
  int released_ = 0;
};
