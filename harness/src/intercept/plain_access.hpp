// SPDX-License-Identifier: MIT
// A plain read or write of the submission's, as the compiler's instrumentation and the memory
// functions report it.
#pragma once

#include "intercept/common.hpp"
#include "model/atomic.hpp"

namespace kata::intercept {

/// Shows an access in the trace if it is to the place that a replay watches; of a thread that does
/// the same again and again, as one that spins does, only the first. Where races are allowed, this
/// is a scheduling point for those that race.
void show_if_watched(std::uintptr_t address, std::size_t size, const char* operation,
                     const void* return_address);

// The two run at every access of the submission's; where `size` is a constant they come down to a
// few loads and compares.

[[gnu::always_inline]] inline void plain_read(const volatile void* memory, std::size_t size,
                                              const void* return_address, detect::Pc pc) {
  model::Thread* thread = model::observed;
  if (thread == nullptr) return;
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  if (model::watching) [[unlikely]]
    show_if_watched(address, size, "read", return_address);
  model::shadow->read(thread->clock, address, size, pc);
  model::world->plain_step();
}

[[gnu::always_inline]] inline void plain_write(const volatile void* memory, std::size_t size,
                                               const void* return_address, detect::Pc pc) {
  model::Thread* thread = model::observed;
  if (thread == nullptr) return;
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  if (model::watching) [[unlikely]]
    show_if_watched(address, size, "write", return_address);
  model::shadow->write(thread->clock, address, size, pc);
  model::world->plain_step();
}

[[gnu::always_inline]] inline void plain_read(const volatile void* memory, std::size_t size,
                                              const void* return_address) {
  plain_read(memory, size, return_address, pc_of(return_address));
}

[[gnu::always_inline]] inline void plain_write(const volatile void* memory, std::size_t size,
                                               const void* return_address) {
  plain_write(memory, size, return_address, pc_of(return_address));
}

}  // namespace kata::intercept
