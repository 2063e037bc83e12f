// SPDX-License-Identifier: MIT
#include "compile/object_maker.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "compile/assembly.hpp"
#include "compile/given_names.hpp"
#include "compile/invocation.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;

// With `words` before the file's name.
run::Command dumping(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                     const fs::path& unit, const std::vector<std::string>& words,
                     const fs::path& made) {
  run::Command command = compiling(toolchain, job, directory, unit, made, "-S");
  command.argv.insert(command.argv.end() - 3, words.begin(), words.end());
  return command;
}

// What the dump shows, or "?" where there is none: what cannot be looked at is not permitted.
std::string forbidden_in_dump(const run::Ended& ended, const fs::path& dump) {
  const auto text = read_file(dump);
  return ended.succeeded() && text ? forbidden_assembly_in(*text) : "?";
}

// A section's or symbol's name that is code for the assembler; "" if there is none.
std::string code_in_names(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                          const fs::path& unit, const RunCompiler& run) {
  if (!may_give_names(job.text)) return "";
  const fs::path text = directory / "submission.ii";
  const run::Ended ended =
      run(dumping(toolchain, job, directory, unit, {"-w", "-E", "-P"}, text), false);
  const auto preprocessed = read_file(text, std::size_t{64} << 20);
  return ended.succeeded() && preprocessed ? odd_name_in(*preprocessed) : "?";
}

// g++ makes text for the assembler anyway. It is looked at in between.
ObjectMade make_with_gnu(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                         const fs::path& unit, const fs::path& object, const RunCompiler& run) {
  const fs::path text = directory / "submission.s", dump = directory / "submission.gimple";
  // A dump costs less than compiling again. The word may be hidden from this look, as by a macro
  // that puts it together: then the submission is compiled twice.
  std::vector<std::string> words;
  if (job.text.find("asm") != std::string::npos) {
    words.push_back("-fdump-tree-gimple=" + dump.string());
  }
  ObjectMade made{run(dumping(toolchain, job, directory, unit, words, text), true), ""};
  if (!made.ended.succeeded()) return made;
  {
    const MappedFile assembler(text);
    if (holds_assembly_outside_functions(assembler.bytes())) {
      made.assembly = outside_functions;
    } else if (holds_assembly(assembler.bytes()) && !words.empty()) {
      made.assembly = forbidden_in_dump(made.ended, dump);
    } else if (holds_assembly(assembler.bytes())) {
      const run::Ended ended =
          run(dumping(toolchain, job, directory, unit,
                      {"-w", "-fdump-tree-gimple=" + dump.string()}, directory / "not_used.s"),
              false);
      made.assembly = forbidden_in_dump(ended, dump);
    }
  }
  if (made.assembly.empty()) {
    made.assembly = code_in_names(toolchain, job, directory, unit, run);
  }
  if (!made.assembly.empty()) return made;
  run::Command assembling = compiling(toolchain, job, directory, text, object, "-c");
  assembling.argv = {toolchain.compiler, "-c", text.string(), "-o", object.string()};
  if (!toolchain.assembler.empty()) {
    assembling.argv = {toolchain.assembler, "--64", text.string(), "-o", object.string()};
  }
  run::Ended ended = run(assembling, false);
  ended.err = made.ended.err + ended.err;
  made.ended = std::move(ended);
  return made;
}

ObjectMade make_with_clang(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                           const fs::path& unit, const fs::path& object, const RunCompiler& run) {
  ObjectMade made{run(compiling(toolchain, job, directory, unit, object, "-c"), true), ""};
  if (made.ended.err.find("GNU-style inline assembly is disabled") == std::string::npos) {
    return made;
  }
  // The precompiled header forbids it, too.
  Toolchain permitting = toolchain;
  std::vector<std::string>& flags = permitting.compile_flags;
  flags.erase(std::remove(flags.begin(), flags.end(), no_assembly), flags.end());
  if (const auto header = std::find(flags.begin(), flags.end(), "-include-pch");
      header != flags.end()) {
    flags.erase(header, header + 2);
  }
  const fs::path dump = directory / "submission.ll";
  const run::Ended ended =
      run(dumping(permitting, job, directory, unit,
                  {"-w", "-emit-llvm", "-Xclang", "-disable-llvm-passes"}, dump),
          false);
  // Errors of other kinds are told by the second attempt.
  if (ended.succeeded()) made.assembly = forbidden_in_dump(ended, dump);
  if (made.assembly.empty()) {
    made.ended = run(compiling(permitting, job, directory, unit, object, "-c"), true);
  }
  return made;
}

}  // namespace

ObjectMade make_object(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                       const fs::path& unit, const fs::path& object, const RunCompiler& run) {
  const auto& flags = toolchain.compile_flags;
  if (!toolchain.controlled) {
    return {run(compiling(toolchain, job, directory, unit, object, "-c"), true), ""};
  }
  return std::find(flags.begin(), flags.end(), no_assembly) != flags.end()
             ? make_with_clang(toolchain, job, directory, unit, object, run)
             : make_with_gnu(toolchain, job, directory, unit, object, run);
}

}  // namespace grader::compile
