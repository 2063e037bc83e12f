// SPDX-License-Identifier: MIT
// The kernel's wait-on-an-address, which std::atomic::wait, counting_semaphore, latch, barrier and
// future are built on.
#pragma once

#include "model/object.hpp"
#include "world/world.hpp"

namespace kata::model {

/// Waits while the word at `address` is `value`. 0, EAGAIN (it is another already) or ETIMEDOUT.
/// May wake without a reason in a share of the schedules. A scheduling point.
int futex_wait(int* address, int value, Nanoseconds deadline);

/// Wakes at most `most` threads that wait at `address`; how many. Orders nothing.
int futex_wake(int* address, int most);

}  // namespace kata::model
