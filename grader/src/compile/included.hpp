// SPDX-License-Identifier: MIT
// Which files went into a compilation: the list that a compiler writes for make (-MD).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grader::compile {

/// The files that `list` names after its target; names as the compiler had them.
std::vector<std::string> included_files(std::string_view list);

}  // namespace grader::compile
