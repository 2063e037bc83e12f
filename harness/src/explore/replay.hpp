// SPDX-License-Identifier: MIT
// A schedule that was found, made again to be shown: simpler if that goes, and with a trace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "choice/strategy.hpp"
#include "explore/again.hpp"
#include "explore/result.hpp"

namespace kata::explore {

/// A schedule to show, and what it takes to make it again.
struct Found {
  std::vector<std::uint32_t> record;
  std::uint64_t number = 0;
  model::Verdict verdict = model::Verdict::accepted;
  std::string message;
  std::uintptr_t about = 0;  ///< memory whose accesses the report shows, or 0
  std::uint32_t points = 0;
  std::vector<std::uint32_t> sites;  ///< the racy places that were points in it
  bool may_run_again = true;
  std::uint16_t thread = 0;
  std::string origin;  ///< how its strategy made it: the token where the choices are too many
};

/// Returns "pct.SEED.LENGTH": the schedule that the strategy makes of that seed and length. Empty
/// if the strategy makes another one each time.
std::string origin_of(const choice::Strategy& strategy, const std::string& name, std::uint64_t seed,
                      std::uint32_t length);

/// Makes the schedule of an origin again; false if the text is none.
bool run_origin(const std::string& text);

/// Returns the schedule that ran last, as one that `failure` makes worth showing.
Found found_now(const model::Failure& failure, std::uint64_t number, std::string origin);

/// Puts a simpler schedule in place of `found`, if there is one that can be pasted as a token. Runs
/// schedules.
void simplify(Found& found);

/// Runs the schedule of `found` again and keeps its trace.
FailedSchedule replay(const Found& found);

/// Returns the failure of an accepted schedule that went another way the second time. Runs
/// schedules.
FailedSchedule went_elsewhere(const Found& found, const SecondRun& second);

}  // namespace kata::explore
