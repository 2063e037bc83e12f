// SPDX-License-Identifier: MIT
// A mutex: normal, recursive or error-checking; with time-outs.
#pragma once

#include "model/object.hpp"
#include "world/world.hpp"

namespace kata::model {

enum class MutexKind : std::uint8_t { normal, recursive, error_checking };

struct Mutex : Object {
  Thread* owner = nullptr;
  std::uint32_t depth = 0;
  MutexKind kind = MutexKind::normal;
  bool wanted = false;  ///< a try_lock failed since it was locked
  bool is_std = true;   ///< made by an initialiser, so std::mutex or std::recursive_mutex
  WaitQueue waiters;
  void clear() {
    owner = nullptr;
    depth = 0;
    wanted = false;
    is_std = true;
    waiters.clear();
  }
};

extern Models<Mutex> mutexes;

/// Each returns 0 or an errno value, as its pthread namesake. Each is a scheduling point, but
/// unlock, which is one only where the schedule's features say so: between an unlock and the
/// thread's next operation nothing happens that a third thread could tell apart, unless it tries.
int lock(Mutex& mutex, Nanoseconds deadline = never);
/// `std_rules`: of std::mutex, whose try_lock may fail without a reason
/// ([thread.mutex.requirements] 16: "an implementation may fail to obtain the lock even if it is
/// not held"), and must not be called by the owner.
int try_lock(Mutex& mutex, bool std_rules);
int unlock(Mutex& mutex);
int destroy(Mutex& mutex);

/// For waiting on a condition: the parts of unlock and lock that are no operation of their own.
void release(Mutex& mutex);
void reacquire(Mutex& mutex);

}  // namespace kata::model
