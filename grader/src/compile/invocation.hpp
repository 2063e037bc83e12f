// SPDX-License-Identifier: MIT
// How the compiler is called for a submission: each command is confined to the submission's own
// directory and to what a compilation reads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "compile/compiler.hpp"
#include "compile/judge.hpp"
#include "compile/toolchain.hpp"
#include "run/child.hpp"

namespace grader::compile {

/// Returns the compiler with its flags and `words`.
run::Command command_line(const Toolchain& toolchain, const Job& job,
                          const std::filesystem::path& directory,
                          const std::vector<std::string>& words);

/// Returns the command that compiles `source` to `made` and lists the files that it includes in
/// `directory`/included. `kind` says what is made: "-c" an object, "-S" assembler's text.
run::Command compiling(const Toolchain& toolchain, const Job& job,
                       const std::filesystem::path& directory, const std::filesystem::path& source,
                       const std::filesystem::path& made, const std::string& kind);

/// Returns the command that makes `executable` of the submission's `object` and the judge.
run::Command linking(const Toolchain& toolchain, const Job& job, const Judge& judge,
                     const std::filesystem::path& directory, const std::filesystem::path& object,
                     const std::filesystem::path& executable);

/// Returns what is compiled: what the judge asks of an answer, then the submission. In this order,
/// and with the judge's names an error afterwards, nothing in the submission changes what it is
/// asked: neither a macro nor a specialisation.
std::string translation_unit(const Job& job, const std::filesystem::path& submission);

/// Returns whether `list` (of included files) names a file that is none of a submission's business,
/// by whatever path. Where the kernel confines the compiler there can be none.
bool includes_others(const std::filesystem::path& list, const Toolchain& toolchain, const Job& job,
                     const std::filesystem::path& own);

}  // namespace grader::compile
