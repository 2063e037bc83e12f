// SPDX-License-Identifier: MIT
// Whether the workbook's directories hold what they must and nothing else.
#pragma once

#include <string>
#include <vector>

#include "workbook/workbook.hpp"

namespace grader::workbook {

/// Fewest answers of each kind that a kata must have.
inline constexpr std::size_t fewest_accepted = 3;
inline constexpr std::size_t fewest_rejected = 5;

/// What is missing, broken or stray in problems/<slug> and solutions/<slug>; a sentence each.
std::vector<std::string> faults_of(const Workbook& workbook, const Problem& problem);

/// What belongs to no problem at all.
std::vector<std::string> stray_entries(const Workbook& workbook);

}  // namespace grader::workbook
