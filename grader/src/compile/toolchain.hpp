// SPDX-License-Identifier: MIT
// How this build compiles a submission: what CMake wrote into build/toolchain.json.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace grader::compile {

/// With this flag clang refuses inline assembly. Not for programs of any origin.
inline constexpr const char* no_assembly = "-fno-gnu-inline-asm";

struct Flags {
  std::vector<std::string> compile_flags, link_flags;
  std::vector<std::string> diagnostic_flags;  ///< a line for each error, without colours
};

/// How judges are compiled and their names made local, by the same programs for all compilers of
/// submissions.
struct JudgeBuild {
  std::string compiler, linker, objcopy, objdump;
  std::vector<std::string> compile_flags;
  std::string script;                     ///< of the linker
  std::vector<std::string> global_names;  ///< what a judge defines for others
};

struct Toolchain : Flags {
  std::string compiler;
  std::string assembler;  ///< that g++ calls; empty: call it through the compiler
  /// "gnu" and "clang": what those compilers understand, without the precompiled header.
  std::map<std::string, Flags> families;
  JudgeBuild judge;
  /// Submissions run under the engine, and may use nothing that reaches around it (permitted.hpp).
  bool controlled = true;
  std::filesystem::path runtime;
  std::filesystem::path source_dir, build_dir;
  std::string version;
  std::filesystem::path file;  ///< that all this was read from

  /// Throws InternalError, saying what to do, when the file is missing or broken.
  static Toolchain load(const std::filesystem::path& file);

  /// The same for the native engine with a sanitizer: "none", "thread" or "address". Throws
  /// InternalError when this build has none.
  Toolchain native(const std::string& sanitizer) const;

  /// toolchain.json of the build that this executable belongs to.
  static std::filesystem::path default_file();
};

}  // namespace grader::compile
