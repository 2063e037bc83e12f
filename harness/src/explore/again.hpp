// SPDX-License-Identifier: MIT
// Schedules that were accepted, run once more by the same choices. They must go the same way: if
// not, something that is not controlled decides what the submission does.
#pragma once

#include <cstdint>
#include <string>

#include "explore/explore.hpp"

namespace kata::explore {

/// Whether schedule `number`, from 1, is one that is run again: some early ones, then few.
bool is_run_again(std::uint64_t number);

/// How a schedule went, as far as two runs of it can be compared.
struct Course {
  std::uint64_t questions = 0;  ///< all of them, and the answers
  std::uint64_t operations = 0;
  std::uint32_t points = 0;
  std::int64_t virtual_ns = 0;
  std::string failure;  ///< the verdict and what it says; empty if there is none
  bool operator==(const Course&) const = default;
};

enum class Again {
  same,
  remembers,  ///< it went another way when it was run again, but ever after the same
  differs,    ///< it goes one way or another, or fails where it was accepted
  unknown,    ///< there was no time to find out
};

struct SecondRun {
  Again again = Again::same;
  std::string failure;  ///< of a run that failed
};

/// Runs the schedule again that was run last. Leaves the statistics alone.
SecondRun run_again();

/// Runs the schedule of `choices` with a trace until two runs of it part, and shows where.
FailedSchedule show_difference(const std::vector<std::uint32_t>& choices);

}  // namespace kata::explore
