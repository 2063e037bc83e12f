// SPDX-License-Identifier: MIT
// Signals and std::terminate as failures.
#pragma once

namespace kata::native {

/// Call once, before any schedule.
void catch_crashes();

/// Gives the calling thread, the schedule's number `id`, a stack for its signals: its own may have
/// overflowed.
void use_signal_stack(int id);

}  // namespace kata::native
