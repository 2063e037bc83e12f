// SPDX-License-Identifier: MIT
// Compiles a submission to an object file, and looks at its inline assembly on the way.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "compile/compiler.hpp"
#include "compile/toolchain.hpp"
#include "run/child.hpp"

namespace grader::compile {

struct ObjectMade {
  run::Ended ended;      ///< of the compiler
  std::string assembly;  ///< inline assembly that is not permitted, if there is any
};

/// Runs a command. `told` says whether the compiler's messages are for the student: those of the
/// last command that is told count.
using RunCompiler = std::function<run::Ended(const run::Command&, bool told)>;

/// Compiles `unit` to `object`. With permitted assembly or none the object is what the compiler
/// makes by itself in one go.
ObjectMade make_object(const Toolchain& toolchain, const Job& job,
                       const std::filesystem::path& directory, const std::filesystem::path& unit,
                       const std::filesystem::path& object, const RunCompiler& run);

}  // namespace grader::compile
