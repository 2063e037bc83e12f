// SPDX-License-Identifier: MIT
// The verdict on two accesses that nothing orders: mostly a data race, but also one arrival too
// many at a std::barrier, a thread that outlives its call, callbacks that the answer does not
// order, or no fault at all.
#pragma once

#include "detect/shadow.hpp"

namespace kata::findings {

/// Judges a race in the thread of its second access, which runs. Returns if the schedule may go on.
/// A Shadow's OnRace.
void on_race(const detect::Race& found);

}  // namespace kata::findings
