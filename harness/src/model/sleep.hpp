// SPDX-License-Identifier: MIT
// Sleeping, on the schedule's clock.
#pragma once

#include "world/world.hpp"

namespace kata::model {

/// Lets the running thread sleep until `deadline`. Switches.
void sleep_until(Nanoseconds deadline);

/// Lets the running thread sleep for `duration`; one that is too long never ends. Switches.
void sleep_for(Nanoseconds duration);

}  // namespace kata::model
