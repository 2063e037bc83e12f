// SPDX-License-Identifier: MIT
// How many schedules it takes until one fails, for many seeds: what `kata bench detection`
// compares.
#pragma once

#include <string>

#include "explore/explore.hpp"

namespace kata::main {

/// Explores with `settings` once for each of `seeds` seeds from settings.seed on, as explore()
/// would in a process of its own, but without looking at what failed. One line of JSON:
/// {"seeds": [{"seed", "schedules", "verdict"}]}; fewer than asked for if the time limit came.
std::string first_failures(const explore::Settings& settings, std::uint64_t seeds);

}  // namespace kata::main
