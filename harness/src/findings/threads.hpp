// SPDX-License-Identifier: MIT
// What findings ask of the threads that take part in one.
#pragma once

#include <cstdint>
#include <string>

#include "world/thread.hpp"

namespace kata::findings {

/// Returns the role of a thread of the running schedule, or "thread 3" if it has none.
std::string name_of(std::uint32_t id);

/// Returns whether a call of the answer detached the thread: an answer leaves no thread behind. A
/// whole program may.
bool belongs_to_call(const model::Thread& thread);

/// Returns whether `address` lies on the thread's stack.
bool is_on_stack_of(const model::Thread& thread, std::uintptr_t address);

}  // namespace kata::findings
