// SPDX-License-Identifier: MIT
// Signals that a program sends to itself.
#pragma once

#include <cstddef>

namespace kata::intercept {

/// The running thread starts thread number `child`.
void inherit_mask(std::size_t child);

/// The running thread gets `signal`: its handler is called, or the program ends.
void deliver(int signal);

/// Returns whether the program has set a handler for `signal`.
bool has_handler(int signal);

}  // namespace kata::intercept
