// SPDX-License-Identifier: MIT
// A problem's judge (harness.cpp) as an object file of its own: compiled once, optimised and not
// instrumented, and again when something that it is made from has changed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/files.hpp"
#include "compile/toolchain.hpp"

namespace grader::compile {

struct Judge {
  std::filesystem::path object;
  std::shared_ptr<PrivateDirectory> directory;  ///< that holds it where the build is read-only
};

/// The judge in `harness`, of the problem `slug`. All of its names are local, except for what the
/// engine calls: the submission and the judge instantiate the same templates of the standard
/// library, the one instrumented and the other not, and a linker that knew both would keep one.
/// Throws InternalError with the compiler's words when the judge does not compile.
Judge judge_object(const Toolchain& toolchain, const std::string& slug,
                   const std::filesystem::path& harness);

}  // namespace grader::compile
