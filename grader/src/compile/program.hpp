// SPDX-License-Identifier: MIT
// Makes an executable of a whole C or C++ program, compiled where it lies, for `kata explore`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "compile/toolchain.hpp"

namespace grader::compile {

struct ProgramSources {
  std::vector<std::filesystem::path> files;  ///< .c is C, all else C++
  std::vector<std::string> flags;            ///< after ours, for compiling and for linking
};

struct Program {
  PrivateDirectory directory;        ///< holds what was made
  std::filesystem::path executable;  ///< empty if it did not compile
  std::string diagnostics;           ///< what the compiler said, as it said it
  double seconds = 0;
};

/// Whether the name ends as those of C and C++ files do.
bool is_program_source(const std::filesystem::path& file);

/// `color`: the compiler's messages may be coloured. Throws InternalError when the compiler itself
/// cannot do its work.
Program compile_program(const Toolchain& toolchain, const ProgramSources& sources, bool color);

}  // namespace grader::compile
