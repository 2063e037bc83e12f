// SPDX-License-Identifier: MIT
// Any g++ or clang++ of the machine in the place of the compiler that built us.
#pragma once

#include <string>

#include "compile/toolchain.hpp"

namespace grader::compile {

/// `built`, with `compiler` (a path, or a name in PATH) in place of its own: the same runtime, the
/// flags of that compiler's family, and a precompiled header, which is made when it is missing or
/// out of date. Throws UsageError when there is no such compiler or it cannot do the work.
Toolchain with_compiler(const Toolchain& built, const std::string& compiler);

}  // namespace grader::compile
