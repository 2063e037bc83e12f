// SPDX-License-Identifier: MIT
// How a schedule went, and whether it goes the same way every time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace kata::explore {

/// How a schedule went, as far as two runs of it can be compared.
struct Course {
  std::uint64_t questions = 0;  ///< all of them, and the answers
  std::uint64_t operations = 0;
  std::uint32_t points = 0;
  std::int64_t virtual_ns = 0;
  std::string failure;  ///< the verdict and its message; empty if there is none
  bool operator==(const Course&) const = default;
};

enum class Again {
  same,
  remembers,  ///< it went another way when it was run again, and from then on the same
  differs,    ///< it goes one way or another, or fails where it was accepted
  unknown,    ///< there was no time to find out
};

struct SecondRun {
  Again again = Again::same;
  std::string failure;  ///< of a run that failed
};

/// Once a run has differed, so many more are compared: a difference of equal chance then shows with
/// a probability of 1 - 2^-16.
constexpr int more_runs = 16;

/// Returns whether schedule `number`, from 1, is one that is run again: some early ones, then few.
bool is_run_again(std::uint64_t number);

/// Runs a schedule again that went as `first`, and once more until two runs differ. `run` returns
/// nullopt when no time is left.
SecondRun compare(const Course& first, const std::function<std::optional<Course>()>& run);

}  // namespace kata::explore
