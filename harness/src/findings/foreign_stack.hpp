// SPDX-License-Identifier: MIT
// The verdict on an access to another thread's stack.
#pragma once

#include <cstdint>

namespace kata::findings {

/// Fails the schedule if `address` is a local variable of another thread, in a function that has
/// returned: what lies below the stack pointer of a thread that does not run is dead, and so is
/// what lies where another function has been called since, as far as the running thread can know. A
/// Shadow's OnForeignStack.
void on_foreign_stack(std::uintptr_t address);

}  // namespace kata::findings
