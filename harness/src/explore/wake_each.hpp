// SPDX-License-Identifier: MIT
// Asks the threads of a deadlock: would one that waits on a condition variable go on if it were
// woken? Then what it waits for is true, and only a notification is missing.
#pragma once

#include <cstdint>
#include <vector>

#include "explore/result.hpp"

namespace kata::explore {

/// Runs the schedule of `choices`, which ended in the deadlock `failed`, once for each thread that
/// waits on a condition variable there, up to 8; wakes it at the end, as a spurious wake-up may,
/// and returns what it does then. Leaves statistics and trace as they were.
std::vector<Woken> wake_each(const std::vector<std::uint32_t>& choices,
                             const FailedSchedule& failed);

}  // namespace kata::explore
