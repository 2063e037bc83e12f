// SPDX-License-Identifier: MIT
// The verdict on an access to memory that was freed before.
#pragma once

#include <cstdint>

#include "detect/shadow.hpp"

namespace kata::findings {

/// Fails the schedule: the running thread uses `address`, which was freed at `freed`. A Shadow's
/// OnDead. Never returns.
void on_dead_memory(std::uintptr_t address, detect::Pc freed_at, detect::Epoch freed);

}  // namespace kata::findings
