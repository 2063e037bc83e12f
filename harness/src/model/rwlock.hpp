// SPDX-License-Identifier: MIT
// A readers-writer lock.
#pragma once

#include "model/object.hpp"
#include "world/world.hpp"

namespace kata::model {

struct RwLock : Object {
  Thread* writer = nullptr;
  std::vector<std::uint16_t> readers;  ///< one entry for each time a thread holds it shared
  WaitQueue waiting_readers;
  WaitQueue waiting_writers;
  std::uint64_t looks = 0;            ///< see World::order_look: what readers did
  bool wanted = false;                ///< an attempt to get it failed since it was last let go
  detect::VectorClock read_released;  ///< what readers knew when they let go; for writers
  void clear() {
    writer = nullptr;
    readers.clear();
    waiting_readers.clear();
    waiting_writers.clear();
    looks = 0;
    wanted = false;
    read_released.clear();
  }
};

extern Models<RwLock> rwlocks;

/// The mode that a lock is unlocked in, as the caller says.
enum class UnlockMode : std::uint8_t { either, shared, exclusive };

/// Each returns 0 or an errno value, as its pthread namesake. Scheduling points, as for a mutex.
int lock_shared(RwLock& lock, Nanoseconds deadline = never);
int try_lock_shared(RwLock& lock);
int lock_exclusive(RwLock& lock, Nanoseconds deadline = never);
int try_lock_exclusive(RwLock& lock);
int unlock(RwLock& lock, UnlockMode mode = UnlockMode::either);
int destroy(RwLock& lock);

}  // namespace kata::model
