// SPDX-License-Identifier: MIT
// <kata/kata.hpp> over real threads.
#pragma once

namespace kata::native {

/// Whether scenarios may be registered now.
extern bool registering;

/// The body of the scenario's own thread: draws an instance, runs it, waits for what it left.
void* run_scenario(void*);

/// Draws what the next schedule runs, and with which features.
void draw_scenario();

/// Frees the books of the last schedule.
void forget_books();

}  // namespace kata::native
