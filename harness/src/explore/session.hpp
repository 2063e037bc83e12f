// SPDX-License-Identifier: MIT
// One schedule from the outside: everything put back to the beginning, run, and the outcome.
#pragma once

#include "choice/strategy.hpp"
#include "world/outcome.hpp"

namespace kata::explore {

/// Makes the runtime context. Called once, before any code of the submission.
void open_session();

/// The submission's static objects are made: remembers them. Called once, before the first
/// schedule.
void begin_schedules();

/// Runs one schedule. The outcome is valid until the next call.
model::Outcome& run_schedule(choice::Strategy& strategy, std::uint64_t seed);

/// The failure that counts in an outcome, if any: unordered callbacks only where all else went
/// well.
const model::Failure* failure_of(const model::Outcome& outcome);

}  // namespace kata::explore
