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

constexpr std::array<std::string_view, 8> endings = {".c",   ".cc", ".cpp", ".cxx",
                                                     ".c++", ".C",  ".i",   ".ii"};

// Also what a preprocessor has been over: there is nothing left for it to do then.
bool is_c(const fs::path& file) { return file.extension() == ".c" || file.extension() == ".i"; }

// What the runtime and the standard libraries call and a program may use as names of its own: C
// leaves them to it. Without this the executable would hand its own to the libraries, and a program
// whose readers and writers are the functions read and write would be called by the report.
constexpr std::string_view names_of_its_own =
    "{ local: abort; access; clock_gettime; close; close_range; creat; dup; dup2; exit; fcntl;"
    " fdopen; fileno; fopen; fopen64; freopen; fstat; getpagesize; ioctl; lseek; lstat; madvise;"
    " memcpy; memmove; memset; mkstemp; mmap; mprotect; munmap; nanosleep; open; open64; openat;"
    " personality; poll; pread; pwrite; rand; random; read; readlink; readv; remove; rename;"
    " sched_yield; sem_destroy; sem_getvalue; sem_init; sem_post; sem_trywait; sem_wait; send;"
    " setitimer; sigaction; sigaddset; sigaltstack; sigemptyset; sigfillset; sigprocmask; sleep;"
    " srand; srandom; stat; strnlen; time; tmpfile; unlink; usleep; write; writev; };\n";

// How a submission is compiled, without what is only for submissions: a program's main stays main,
// it does not use our headers, and its warnings are its author's business.
std::vector<std::string> flags_for(const Toolchain& toolchain, bool c) {
  std::vector<std::string> flags;
  for (std::size_t i = 0; i < toolchain.compile_flags.size(); ++i) {
    const std::string& flag = toolchain.compile_flags[i];
    if (flag == "-include-pch") {
      ++i;
    } else if (flag.rfind("-std=", 0) == 0) {
      flags.push_back(c ? "-std=gnu17" : "-std=gnu++20");  // as without any -std: with extensions
    } else if (flag == "-Og") {
      // What a program does with plain variables that others change is to be seen as it is written:
      // a value that was just stored is read again, and one that nobody needs is read at all.
      flags.emplace_back("-O0");
    } else if (flag.rfind("-I", 0) != 0 && flag.rfind("-W", 0) != 0 &&
               flag.rfind("-Dmain=", 0) != 0 && flag != no_assembly) {
      flags.push_back(flag);
    }
    // The returns of functions show which local variables are gone.
    if (flag.ends_with("tsan-instrument-func-entry-exit=0")) flags.back().back() = '1';
  }
  // pthread_exit unwinds the stack, and pthread_cleanup_push is to notice.
  if (c) flags.push_back("-fexceptions");
  return flags;
}

// Up to C17 and C++17 a release sequence goes on with whatever the same thread stores next.
bool has_old_release_sequences(const ProgramSources& sources) {
  bool old = std::all_of(sources.files.begin(), sources.files.end(), is_c);
  for (const std::string& flag : sources.flags) {
    if (!flag.starts_with("-std=")) continue;
    old = true;
    for (const char* later :
         {"+20", "+2a", "+23", "+2b", "+26", "+2c", "c23", "c2x", "u23", "u2x"}) {
      if (flag.ends_with(later)) old = false;
    }
  }
  return old;
}

// SV-COMP makes functions atomic by their names, so the runtime has to be told of calls.
bool has_atomic_functions(const fs::path& source) {
  const std::string text = read_file(source).value_or("");
  constexpr std::string_view prefix = "__VERIFIER_atomic_";
  for (std::size_t at = 0; (at = text.find(prefix, at)) != std::string::npos;) {
    at += prefix.size();
    if (text.compare(at, 5, "begin") != 0 && text.compare(at, 3, "end") != 0) return true;
  }
  return false;
}

class Build {
 public:
  Build(const Toolchain& toolchain, const ProgramSources& sources, bool color)
      : toolchain_(toolchain), sources_(sources), color_(color) {}

  Program make() {
    const fs::path harness = toolchain_.source_dir / "harness/programs/main.cpp";
    const fs::path executable = program_.directory.path() / "program";
    const fs::path names = program_.directory.path() / "names";
    write_file(names, std::string(names_of_its_own));
    std::vector<std::string> link = {"-Wl,--wrap=main", "-Wl,--version-script=" + names.string(),
                                     "-o", executable.string()};
    std::vector<std::string> about;
    if (has_old_release_sequences(sources_)) about.emplace_back("-DKATA_OLD_RELEASE_SEQUENCES");
    if (std::any_of(sources_.files.begin(), sources_.files.end(), has_atomic_functions)) {
      about.emplace_back("-DKATA_ATOMIC_FUNCTIONS");
    }
    if (!compile(harness, false, about, link)) {
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
    // A return is reported with the frame that it leaves, whatever else the user's flags say.
    words.emplace_back("-fno-omit-frame-pointer");
    words.emplace_back("-fno-optimize-sibling-calls");
    // g++ warns of each fence that ThreadSanitizer does not know it, whatever -Wall of the user's
    // says: this engine does.
    const std::vector<std::string>& usual = toolchain_.compile_flags;
    constexpr const char* no_fence_warnings = "-Wno-tsan";
    if (std::find(usual.begin(), usual.end(), no_fence_warnings) != usual.end()) {
      words.emplace_back(no_fence_warnings);
    }
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
    if (ended.succeeded()) return true;
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
