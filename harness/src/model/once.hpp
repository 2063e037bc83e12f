// SPDX-License-Identifier: MIT
// Doing something once: pthread_once (under std::call_once) and the guards of static locals.
#pragma once

#include "model/object.hpp"
#include "world/world.hpp"

namespace kata::model {

/// The state of one flag, found by its address.
struct Once {
  std::uintptr_t address = 0;
  Thread* doing = nullptr;
  std::uint64_t order = 0;
  std::uint64_t looks = 0;  ///< see World::order_look: of those who found it done
  WaitQueue waiters;
  detect::VectorClock done;
};

Once& once_at(const void* address);

/// True if the caller must do it now and then call once_finished; false if it was done, and then
/// what the doer knew happens before. `is_done` reads the program's own flag. A scheduling point.
bool once_begin(Once& once, trace::Operation what, bool (*is_done)(std::uintptr_t address));
/// It was done, or, with `failed`, the next caller shall try again.
void once_finished(Once& once, bool failed);

}  // namespace kata::model
