// SPDX-License-Identifier: MIT
// The formats in which a report can be written for other programs. Each is a pure function of the
// results, in a file of its own, and a row of the table in format.cpp; the command line takes its
// options from that table.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace grader::report {

struct Format {
  const char* name;  ///< the option is --name FILE
  const char* help;  ///< of that option
  /// Returns the whole file. `version` is the grader's.
  std::string (*render)(const std::vector<Result>& results, const std::string& version);
};

/// Returns all formats, in the order of the help. The table lives as long as the program.
const std::vector<Format>& formats();

}  // namespace grader::report
