// SPDX-License-Identifier: MIT
// The calls of a program's functions, as the compiler's instrumentation reports them.
#pragma once

#include "world/thread.hpp"

namespace kata::intercept {

/// What verifier.cpp makes of the calls: `inside` is an address in the function. Where a program
/// has functions that are atomic by their names.
void begin_function(const void* inside);
void end_function(const void* inside);
extern bool has_atomic_functions;

/// Notes that a call returns whose frame on the stack of `thread` ends below `end`.
[[gnu::always_inline]] inline void note_return(model::Thread& thread, std::uintptr_t end) {
  const auto low = reinterpret_cast<std::uintptr_t>(thread.slot->stack_low());
  const auto high = reinterpret_cast<std::uintptr_t>(thread.slot->stack_high());
  if (end - low > high - low) return;  // a coroutine's, on a stack of its own
  if (thread.returns.note(end, detect::clock_of(thread.clock.epoch))) [[unlikely]] {
    thread.slot->doubt_below(thread.returns.highest());
  }
}

/// The first address above a frame whose frame pointer is `frame`: above what it saved, and the
/// address to return to.
inline std::uintptr_t end_of_frame(const void* frame) {
  return reinterpret_cast<std::uintptr_t>(frame) + 2 * sizeof(void*);
}

}  // namespace kata::intercept
