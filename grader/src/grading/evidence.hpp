// SPDX-License-Identifier: MIT
// How many schedules an acceptance needs: a submission that spends the time limit in its second
// schedule has shown nothing in the first.
#pragma once

#include <optional>

#include "grading/result.hpp"

namespace grader::grading {

/// The share of the schedules (of those asked for, or the problem's own if they are fewer) without
/// which there is no acceptance.
inline constexpr double least_share = 0.1;

/// Returns what takes the place of an acceptance that rests on fewer schedules: `internal_error` if
/// the run waited for a processor most of the time, else `time_limit`. Nothing if `result` is
/// another verdict or rests on enough. `usual` is the problem's number of schedules.
std::optional<Result> too_little_evidence(const About& about, const Result& result,
                                          std::uint64_t usual, const run::Ended& ended);

}  // namespace grader::grading
