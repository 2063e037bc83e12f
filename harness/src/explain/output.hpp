// SPDX-License-Identifier: MIT
// What the failing schedule printed to the standard streams.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "explain/library_calls.hpp"

namespace kata::explain {

/// Returns `text` in quotes, line breaks as \n, cut where it is long.
std::string quoted(std::string_view text);

/// Returns `steps` with neighbouring prints of one thread at one line as one step: a line that
/// std::cout prints comes in parts.
std::vector<Step> with_prints_joined(std::vector<Step> steps, const Source& source);

/// Returns all that the shown part of the schedule printed, of each call the first 200 characters.
std::string printed(const FailedSchedule& failed);

/// Returns that a thread printed what the output must go on with, instead of calling the callback
/// for it; "" if none did.
std::string printed_itself(const FailedSchedule& failed, std::string_view expected_next,
                           const Source& source);

}  // namespace kata::explain
