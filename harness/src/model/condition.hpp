// SPDX-License-Identifier: MIT
// A condition variable.
#pragma once

#include "model/mutex.hpp"

namespace kata::model {

struct Condition : Object {
  WaitQueue waiters;
  Mutex* mutex = nullptr;  ///< the one that the waiters use
  bool monotonic = false;  ///< which clock a timed wait's deadline is on
  void clear() {
    waiters.clear();
    mutex = nullptr;
    monotonic = false;
  }
};

extern Models<Condition> conditions;

/// Unlocks `mutex`, waits for a notification, locks again. 0, ETIMEDOUT or EPERM. Wakes without a
/// notification in a share of the schedules, as the standard allows. A scheduling point.
int wait(Condition& condition, Mutex& mutex, Nanoseconds deadline = never);
/// Scheduling points. They order nothing: what a waiter may read is ordered by the mutex.
int notify_one(Condition& condition);
int notify_all(Condition& condition);
int destroy(Condition& condition);

}  // namespace kata::model
