// SPDX-License-Identifier: MIT
#include "explore/course.hpp"

namespace kata::explore {

namespace {

constexpr std::uint64_t last_early = 256;
constexpr std::uint64_t once_in = 500;

}  // namespace

bool is_run_again(std::uint64_t number) {
  const bool power_of_two = (number & (number - 1)) == 0;
  return number <= last_early ? power_of_two : number % once_in == 0;
}

SecondRun compare(const Course& first, const std::function<std::optional<Course>()>& run) {
  const std::optional<Course> second = run();
  if (!second) return {.again = Again::unknown, .failure = ""};
  if (*second == first) return {};
  SecondRun result{.again = Again::remembers, .failure = second->failure};
  for (int i = 0; i < more_runs && result.again == Again::remembers; ++i) {
    const std::optional<Course> next = run();
    if (!next) return {.again = Again::unknown, .failure = ""};
    if (*next != *second) result.again = Again::differs;
    if (result.failure.empty()) result.failure = next->failure;
  }
  if (!result.failure.empty()) result.again = Again::differs;
  return result;
}

}  // namespace kata::explore
