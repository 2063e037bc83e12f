// SPDX-License-Identifier: MIT
// The one schedule that a pasted replay token stands for.
#pragma once

#include "explore/explore.hpp"

namespace kata::explore {

/// Runs the schedule of the token *settings.replay. Throws std::invalid_argument if it is none.
Result replay_token(const Settings& settings);

}  // namespace kata::explore
