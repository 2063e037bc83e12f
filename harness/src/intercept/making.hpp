// SPDX-License-Identifier: MIT
// Making a synchronisation object is no operation on it: nothing orders pthread_mutex_init and its
// like with what other threads do. In a whole program such a call counts as a write of the object's
// bytes, and as a read of them the first use by another thread: later uses cost nothing.
#pragma once

#include "intercept/caller.hpp"
#include "intercept/plain_access.hpp"
#include "model/object.hpp"
#include "world/program.hpp"

namespace kata::intercept {

/// Whether the call that returns to `caller` is a program's own, not the standard library's: what
/// that makes is made by its initialiser.
inline bool is_programs_own(const void* caller) {
  return model::program_main != nullptr && from_executable(caller) && !is_from_std(pc_of(caller));
}

/// A program is about to make the object of `size` bytes at `memory`.
inline void note_making(const void* memory, std::size_t size, const void* caller) {
  if (is_programs_own(caller)) plain_write(memory, size, caller);
}

/// The running thread has made the object.
template <class Model>
void wait_for_use(model::Models<Model>& models, void* memory) {
  models.wait_for_use(memory, model::world->running->id);
}

/// `object` is used for the first time (`is_made` false), or for the first time since it was made.
template <class Model>
[[gnu::noinline]] void note_first_use(model::Models<Model>& models, const Model& object,
                                      bool is_made, const void* caller) {
  auto* memory = reinterpret_cast<void*>(object.address);
  if (is_made && object.maker == model::world->running->id) return wait_for_use(models, memory);
  if (is_programs_own(caller)) plain_read(memory, sizeof(std::uint64_t), caller);
}

}  // namespace kata::intercept
