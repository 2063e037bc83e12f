// SPDX-License-Identifier: MIT
// Makes a harness executable of a problem and one submission, in a private directory.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "compile/diagnostics.hpp"
#include "compile/toolchain.hpp"
#include "run/child.hpp"

namespace grader::compile {

/// What goes into the compiler.
struct Job {
  std::string slug;               ///< the copy is called <slug>.hpp, whatever the student's name is
  std::filesystem::path harness;  ///< problems/<slug>/harness.cpp: the judge
  std::filesystem::path answer;   ///< problems/<slug>/answer.hpp: what the judge asks of an answer
  std::string text;               ///< of the submission
  std::string shown;              ///< the student's name for it
};

struct Compiled {
  PrivateDirectory directory;        ///< holds all of it
  std::filesystem::path executable;  ///< empty if it did not compile
  std::vector<Diagnostic> errors;    ///< at most `most_errors`
  std::size_t more_errors = 0;
  std::vector<Diagnostic> warnings;  ///< those in the submission
  std::string message, explanation;  ///< if it did not compile
  double seconds = 0;
};

inline constexpr std::size_t most_errors = 10;
/// So many warnings are kept, and so many bytes of a message or of a line that it quotes: the
/// submission decides how many and how long they are.
inline constexpr std::size_t most_warnings = 50;
inline constexpr std::size_t most_of_diagnostic = 2000;

/// The bounds that a compiler is kept in.
run::Limits compiler_limits();

/// Compiles the submission, which is one translation unit with `answer` in front of it, and links
/// it with the judge. Throws InternalError when the compiler itself cannot do its work.
Compiled compile(const Toolchain& toolchain, const Job& job);

}  // namespace grader::compile
