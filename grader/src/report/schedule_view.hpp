// SPDX-License-Identifier: MIT
// The failing schedule as a picture: a column for each thread, time downwards.
#pragma once

#include <string>

#include "base/result.hpp"
#include "report/style.hpp"

namespace grader::report {

/// From this many threads on a column each would be too narrow, so each row names its thread.
inline constexpr std::size_t fewest_for_rows = 5;
/// Of long schedules, the beginning and the end are shown.
inline constexpr std::size_t first_shown = 8;
inline constexpr std::size_t last_shown = 32;

/// The steps of `failure` (see the schema); empty if it has none. `submission` is the name of the
/// file whose lines need no name in front.
std::string render_schedule(const Failure& failure, const std::string& submission,
                            const Style& style);

/// A thread's name without what is too long for a column.
std::string short_thread_name(const Failure& failure, int id);

/// Whether an event's `file` is the submission, which is called by its path or by its last name.
bool is_submission(const std::string& file, const std::string& submission);

/// "foo_bar.hpp" of "problems/foo_bar/foo_bar.hpp", fit for a terminal.
std::string base_name(const std::string& path);

}  // namespace grader::report
