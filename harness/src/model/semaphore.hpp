// SPDX-License-Identifier: MIT
// A POSIX semaphore.
#pragma once

#include "model/object.hpp"
#include "world/world.hpp"

namespace kata::model {

struct Semaphore : Object {
  std::uint32_t value = 0;
  WaitQueue waiters;
  void clear() {
    value = 0;
    waiters.clear();
  }
};

extern Models<Semaphore> semaphores;

/// Each returns 0 or an errno value. Scheduling points.
int wait(Semaphore& semaphore, Nanoseconds deadline = never);
int try_wait(Semaphore& semaphore);
int post(Semaphore& semaphore);
int destroy(Semaphore& semaphore);

}  // namespace kata::model
