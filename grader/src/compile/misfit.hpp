// SPDX-License-Identifier: MIT
// A submission that is right C++ and not what the kata calls: a class or a method is missing, has
// other parameters, or cannot be reached. The adapter's assertions (kata/answer.hpp) say which.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "compile/diagnostics.hpp"

namespace grader::compile {

struct Misfit {
  std::vector<Diagnostic> errors;  ///< one for each thing that does not fit, at the student's line
  std::string explanation;         ///< what the kata calls, as the stub declares it
};

/// What does not fit, if `errors` say that something does not and nothing else is wrong in the
/// submission itself. `answer` is the problem's answer.hpp, which names the class. If something
/// else is wrong, the adapter's assertions only follow from it, and are taken out of `errors`.
std::optional<Misfit> misfit_of(std::vector<Diagnostic>& errors, const SubmissionText& submission,
                                const std::filesystem::path& answer);

}  // namespace grader::compile
