// SPDX-License-Identifier: MIT
// pthread_cancel, deferred as it is by default: a thread that is cancelled ends where it waits.
#pragma once

#include "world/program.hpp"
#include "world/world.hpp"

namespace kata::intercept {

/// Around the wait of a function that POSIX calls a cancellation point. Does not return if the
/// thread was cancelled before, or is while it waits.
class CancellationPoint {
 public:
  CancellationPoint() {
    if (model::program_main != nullptr) enter();
  }
  CancellationPoint(const CancellationPoint&) = delete;
  CancellationPoint& operator=(const CancellationPoint&) = delete;
  /// To be called after the wait.
  void leave() {
    if (model::program_main != nullptr) leave_wait();
  }

 private:
  void enter();
  void leave_wait();
};

/// A wait, in a schedule, that is a cancellation point.
template <class Wait>
int cancellable(Wait wait) {
  CancellationPoint here;
  const int result = wait();
  here.leave();
  return result;
}

}  // namespace kata::intercept
