// SPDX-License-Identifier: MIT
#include "compile/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/errors.hpp"
#include "compile/compiler.hpp"
#include "run/child.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> endings = {".c", ".cc", ".cpp", ".cxx", ".c++", ".C"};

bool is_c(const fs::path& file) { return file.extension() == ".c"; }

// How a submission is compiled, without what is only for submissions: a program's main stays main,
// it does not use our headers, and its warnings are its author's business.
std::vector<std::string> flags_for(const Toolchain& toolchain, bool c) {
  std::vector<std::string> flags;
  for (std::size_t i = 0; i < toolchain.compile_flags.size(); ++i) {
    const std::string& flag = toolchain.compile_flags[i];
    if (flag == "-include-pch") {
      ++i;
    } else if (flag.rfind("-std=", 0) == 0) {
      flags.push_back(c ? "-std=gnu17" : flag);
    } else if (flag.rfind("-I", 0) != 0 && flag.rfind("-W", 0) != 0 &&
               flag.rfind("-Dmain=", 0) != 0) {
      flags.push_back(flag);
    }
  }
  // pthread_exit unwinds the stack, and pthread_cleanup_push is to notice.
  if (c) flags.push_back("-fexceptions");
  return flags;
}

class Build {
 public:
  Build(const Toolchain& toolchain, const ProgramSources& sources, bool color)
      : toolchain_(toolchain), sources_(sources), color_(color) {}

  Program make() {
    const fs::path harness = toolchain_.source_dir / "harness/programs/main.cpp";
    const fs::path executable = program_.directory.path() / "program";
    std::vector<std::string> link = {"-Wl,--wrap=main", "-o", executable.string()};
    if (!compile(harness, false, {}, link)) {
      throw InternalError("our own part of a program does not compile: " + program_.diagnostics);
    }
    for (const fs::path& file : sources_.files) {
      std::error_code error;
      // The whole path: it is what debug information calls the file.
      if (!compile(fs::canonical(file, error), is_c(file), sources_.flags, link))
        return std::move(program_);
    }
    link.insert(link.end(), sources_.flags.begin(), sources_.flags.end());
    link.insert(link.end(), toolchain_.link_flags.begin(), toolchain_.link_flags.end());
    if (run(link)) program_.executable = executable;
    return std::move(program_);
  }

 private:
  bool compile(const fs::path& source, bool c, const std::vector<std::string>& more,
               std::vector<std::string>& link) {
    const std::string object =
        (program_.directory.path() / fmt::format("{}.o", objects_++)).string();
    std::vector<std::string> words = flags_for(toolchain_, c);
    words.insert(words.end(), more.begin(), more.end());
    for (const char* word : {"-x", c ? "c" : "c++", "-c"}) words.emplace_back(word);
    words.push_back(source.string());
    words.emplace_back("-o");
    words.push_back(object);
    link.push_back(object);
    return run(words);
  }

  bool run(const std::vector<std::string>& words) {
    run::Command command;
    command.argv = {toolchain_.compiler};
    if (color_) command.argv.push_back("-fdiagnostics-color=always");
    command.argv.insert(command.argv.end(), words.begin(), words.end());
    command.environment = {"TMPDIR=" + program_.directory.path().string(), "LC_ALL=C"};
    command.limits = compiler_limits();
    const run::Ended ended = run::run_child(command);
    program_.seconds += ended.wall_seconds;
    program_.diagnostics += ended.err;
    if (ended.stopped == run::Stopped::no && ended.signal == 0 && ended.exit_status == 0)
      return true;
    if (ended.err.empty()) {
      throw InternalError("the compiler failed with " + run::describe_end(ended));
    }
    return false;
  }

  const Toolchain& toolchain_;
  const ProgramSources& sources_;
  bool color_;
  Program program_;
  int objects_ = 0;
};

}  // namespace

bool is_program_source(const fs::path& file) {
  return std::find(endings.begin(), endings.end(), file.extension().string()) != endings.end();
}

Program compile_program(const Toolchain& toolchain, const ProgramSources& sources, bool color) {
  return Build(toolchain, sources, color).make();
}

}  // namespace grader::compile
