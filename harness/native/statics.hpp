// SPDX-License-Identifier: MIT
// The executable's variables: every schedule begins with them as they were before the first, as
// under the controlled engine. What they own on the heap before the first schedule is not put back.
#pragma once

namespace kata::native {

/// Call once, before any schedule.
void remember_variables();

/// No thread of a schedule may be left.
void restore_variables();

/// Destroys the static objects that the schedule has made, the youngest first.
void run_exit_functions();

}  // namespace kata::native
