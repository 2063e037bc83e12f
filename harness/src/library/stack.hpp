// SPDX-License-Identifier: MIT
// Whether code runs inside the library: its private names on a stack.
#pragma once

#include <cstdint>

#include "library/names.hpp"
#include "trace/event.hpp"

namespace kata::library {

/// Returns whether one of the functions at `return_address`, of which inlining made one, belongs to
/// `part`. Costs microseconds the first time for an address; false without debug information.
bool is_at(std::uint32_t return_address, Part part);

/// Returns whether a function on the stack belongs to `part`.
bool is_on(const trace::Stack& stack, Part part);

}  // namespace kata::library
