// SPDX-License-Identifier: MIT
// What the shims share. A shim has the name and the binary interface of what it stands in for, and
// is a line or two into the model; outside of a schedule it is the real thing.
#pragma once

#include <dlfcn.h>

#include <cstdint>

#include "fiber/image.hpp"
#include "memory/heap.hpp"
#include "world/world.hpp"

/// Seen by the dynamic linker; all else in the engine is hidden.
#define KATA_EXPORT extern "C" __attribute__((visibility("default")))

namespace kata::intercept {

/// The definition that would have been used without us.
template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// In a schedule, and not inside an oracle: the call is the model's.
inline bool in_schedule() { return model::observed != nullptr; }

/// In a schedule, or in an oracle of one.
inline bool on_fiber() { return model::world != nullptr && model::world->running != nullptr; }

inline bool from_executable(const void* return_address) {
  return fiber::executable_text.contains(reinterpret_cast<std::uintptr_t>(return_address));
}

/// As from_executable, except for the judge's own code: what that reads and writes is no access.
inline bool from_watched_code(const void* return_address) {
  const auto address = reinterpret_cast<std::uintptr_t>(return_address);
  return fiber::executable_text.contains(address) && !fiber::judge_text.contains(address);
}

inline std::uint32_t pc_of(const void* return_address) {
  return from_executable(return_address)
             ? static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(return_address))
             : 0;
}

/// Whether an object at `address` can be the submission's, wherever that is: in its own shared
/// libraries and in memory from mmap too. Locks inside the standard libraries are not: they guard
/// code that contains no scheduling point, so in a schedule they need not lock.
inline bool is_submissions(const void* address) {
  const auto at = reinterpret_cast<std::uintptr_t>(address);
  return fiber::executable_data.contains(at) || model::heap.contains(address) ||
         model::world->slots.contains(at) || !fiber::is_system_variable(at);
}

/// What the submission uses is beyond the model: says so instead of guessing.
[[noreturn]] void unsupported(const char* what);

}  // namespace kata::intercept
