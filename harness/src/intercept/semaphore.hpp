// SPDX-License-Identifier: MIT
// Named semaphores, which would outlive the process.
#pragma once

namespace kata::intercept {

/// None exists: a new schedule begins.
void reset_named_semaphores();

}  // namespace kata::intercept
