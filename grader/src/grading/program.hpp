// SPDX-License-Identifier: MIT
// A whole program instead of a submission: run through its schedules, and what came of it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "compile/program.hpp"
#include "grading/options.hpp"

namespace grader::grading {

struct ProgramRun {
  compile::ProgramSources sources;
  std::vector<std::string> arguments;  ///< of its main
  bool races_allowed = false;
  std::optional<std::string> exit_status;  ///< "any", or one that is no bug, besides 0
  std::optional<double> late;              ///< seconds that ready threads may be late in all
  Options options;
};

inline constexpr std::uint64_t default_schedules = 100'000;

/// Explores a program that compiled. The result is one of the report's, with a member `program`
/// that says how it was built. Throws UsageError for a damaged replay token, Interrupted on Ctrl-C.
Result run_program(const compile::Toolchain& toolchain, const compile::Program& program,
                   const ProgramRun& run);

}  // namespace grader::grading
