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
  std::uint64_t looks = 0;  ///< see World::order_look: what readers did
  /// Whether readers queue behind a waiting writer; `drawn`: in schedules with writers_first.
  enum class Queues : std::uint8_t { drawn, never, always } queues = Queues::drawn;
  bool wanted = false;                ///< an attempt to get it failed since it was last let go
  detect::VectorClock read_released;  ///< what readers knew when they let go; for writers
  void clear() {
    writer = nullptr;
    readers.clear();
    waiting_readers.clear();
    waiting_writers.clear();
    looks = 0;
    queues = Queues::drawn;
    wanted = false;
    read_released.clear();
  }
};

extern Models<RwLock> rwlocks;

/// The mode that a lock is unlocked in, as the caller says.
enum class UnlockMode : std::uint8_t { either, shared, exclusive };

/// Each returns 0 or an errno value, as its pthread namesake. Scheduling points, as for a mutex.
/// `std_rules`: of std::shared_mutex, which a thread that owns it must not lock again.
int lock_shared(RwLock& lock, Nanoseconds deadline = never, bool std_rules = false);
int try_lock_shared(RwLock& lock);
int lock_exclusive(RwLock& lock, Nanoseconds deadline = never);
int try_lock_exclusive(RwLock& lock);
int unlock(RwLock& lock, UnlockMode mode = UnlockMode::either);
int destroy(RwLock& lock);

}  // namespace kata::model
