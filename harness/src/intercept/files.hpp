// SPDX-License-Identifier: MIT
// Files that a program writes.
#pragma once

namespace kata::intercept {

/// Nothing has been written: a new schedule begins.
void reset_files();

}  // namespace kata::intercept
