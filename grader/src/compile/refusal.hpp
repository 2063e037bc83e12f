// SPDX-License-Identifier: MIT
// What an answer to a kata may not be made of, though it compiles: the checks of its object file
// and of its executable, as sentences for the student.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compile/diagnostics.hpp"
#include "compile/judge.hpp"
#include "compile/toolchain.hpp"

namespace grader::compile {

struct Refusal {
  Diagnostic error;  ///< at the student's line if it is known
  std::string explanation;
};

/// Returns why inline `assembly` is refused.
Refusal refused_assembly(const std::string& assembly, const SubmissionText& submission);

/// Returns why `object`, which `submission` was compiled to, may not be linked with `judge`.
std::optional<Refusal> refused_object(const Toolchain& toolchain, const Judge& judge,
                                      std::string_view object, const SubmissionText& submission);

/// Returns why `executable`, which `object` was linked to, may not run. After linking, because a
/// name that nothing defines is the linker's to report.
std::optional<Refusal> refused_executable(const Toolchain& toolchain, std::string_view object,
                                          std::string_view executable,
                                          const SubmissionText& submission);

}  // namespace grader::compile
