// SPDX-License-Identifier: MIT
// The command line of a harness.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "explore/explore.hpp"

namespace kata::main {

struct Options {
  explore::Settings settings;
  bool sealed = false;
  std::uint64_t seeds = 0;  ///< 0: explore once and report
  bool wants_help = false;
  std::vector<std::string> program_arguments;  ///< what follows "--"
};

/// Returns the text of --help.
std::string help_text();

/// Reads the command line into `options`. Throws std::invalid_argument for an unknown option or a
/// wrong value; what came before it has been read.
void parse(int count, char** arguments, Options& options);

}  // namespace kata::main
