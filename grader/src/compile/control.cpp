// SPDX-License-Identifier: MIT
#include "compile/control.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "compile/included.hpp"
#include "compile/invocation.hpp"
#include "compile/made_file.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;

constexpr const char* nothing =
    "#include <kata/answer.hpp>\n"
    "extern \"C\" {\n"
    "extern const char kata_submission_path[];\n"
    "const char kata_submission_path[] = \"\";\n"
    "void kata_register_scenarios() {}\n"
    "}\n";

constexpr const char* one_thread =
    "#include <kata/kata.hpp>\n"
    "static void control(kata::Schedule& schedule) {\n"
    "  schedule.thread(\"thread\", [] {});\n"
    "  schedule.join();\n"
    "}\n"
    "extern \"C\" {\n"
    "extern const char kata_submission_path[];\n"
    "const char kata_submission_path[] = \"\";\n"
    "void kata_register_scenarios() { kata::scenario(\"control\", control); }\n"
    "}\n";

// Compiles and links `text` in `directory`. Returns the command that failed, or the last one.
run::Ended make(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                const char* text, const fs::path& executable) {
  const fs::path source = directory / "control.cpp", object = directory / "control.o";
  write_file(source, text);
  run::Ended ended = run::run_child(compiling(toolchain, job, directory, source, object, "-c"));
  // What pretends to be an engine has no main to link with.
  if (!ended.succeeded() || !toolchain.controlled) return ended;
  std::vector<std::string> link = {object.string(), "-o", executable.string()};
  link.insert(link.end(), toolchain.link_flags.begin(), toolchain.link_flags.end());
  return run::run_child(command_line(toolchain, job, directory, link));
}

// Whether a file of the size that a compilation needs can be made where it would be.
bool disk_has_room() {
  constexpr off_t needed = off_t{16} << 20;
  const PrivateDirectory directory;
  const fs::path path = directory.path() / "room";
  const Descriptor file(open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  if (!file.open()) return false;
  const int error = posix_fallocate(file.get(), 0, needed);
  return error != ENOSPC && error != EDQUOT;
}

// A bound on memory from outside that is below what a compiler may use here; "" if there is none.
std::string low_limit() {
  rlimit bound{};
  getrlimit(RLIMIT_AS, &bound);
  if (bound.rlim_cur == RLIM_INFINITY || bound.rlim_cur >= compiler_limits().address_space) {
    return "";
  }
  return fmt::format("; a limit from outside (ulimit -v) leaves {} MB of memory",
                     bound.rlim_cur >> 20);
}

[[noreturn]] void blame_machine(const run::Ended& ended) {
  throw InternalError(fmt::format("the compiler failed with {}: {}{}", run::describe_end(ended),
                                  cut(trim(printable(ended.err)), 300), low_limit()));
}

}  // namespace

bool may_be_the_machines(const run::Ended& ended) {
  if (ended.succeeded()) return false;
  constexpr std::array<std::string_view, 16> words = {"No space left on device",
                                                      "Disk quota exceeded",
                                                      "Resource temporarily unavailable",
                                                      "Cannot allocate memory",
                                                      "out of memory",
                                                      "memory exhausted",
                                                      "Too many open files",
                                                      "Input/output error",
                                                      "cannot execute",
                                                      "vfork",
                                                      "posix_spawn",
                                                      "file truncated",
                                                      "not recognized",
                                                      "error reading",
                                                      "PCH file",
                                                      "precompiled header"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return ended.err.find(word) != std::string::npos;
  });
}

void check_machine(const Toolchain& toolchain, const Job& job, const run::Ended& failed) {
  const auto& links = toolchain.link_flags;
  if (std::find(links.begin(), links.end(), toolchain.runtime.string()) != links.end() &&
      !fs::exists(toolchain.runtime)) {
    throw InternalError("the judge's runtime is missing: " + toolchain.runtime.string() +
                        "; build again with grader/kata doctor");
  }
  if (!disk_has_room()) {
    throw InternalError("the disk is full: " + fs::temp_directory_path().string());
  }
  const bool memory = failed.err.find("memory") != std::string::npos;
  if (memory && !low_limit().empty()) blame_machine(failed);
  const PrivateDirectory directory;
  const run::Ended ended =
      make(toolchain, job, directory.path(), nothing, directory.path() / "control");
  if (!ended.succeeded()) blame_machine(ended);
}

ControlHarness control_harness(const Toolchain& toolchain, const Job& job) {
  const auto make_it = [&](const fs::path& file) {
    const PrivateDirectory directory;
    const fs::path made = directory.path() / "control";
    const run::Ended ended = make(toolchain, job, directory.path(), one_thread, made);
    if (!ended.succeeded()) blame_machine(ended);
    fs::copy_file(made, file, fs::copy_options::overwrite_existing);
    std::vector<std::string> files =
        included_files(read_file(directory.path() / "included").value_or(""));
    std::erase_if(files, [&](const std::string& name) {
      return name.starts_with(directory.path().string());
    });
    files.push_back(toolchain.runtime.string());
    return files;
  };
  std::string made_with = toolchain.compiler;
  for (const auto* words : {&toolchain.compile_flags, &toolchain.link_flags}) {
    for (const std::string& word : *words) made_with += ' ' + word;
  }
  ControlHarness control;
  const MadeFile kept(toolchain.build_dir / "judges" /
                          fmt::format("control-{:x}", std::hash<std::string>{}(made_with)),
                      made_with);
  try {
    if (kept.ready(make_it)) {
      control.executable = kept.output();
      return control;
    }
  } catch (const fs::filesystem_error&) {
    // There is no room for it where it would be kept.
  }
  control.executable = control.directory.path() / "control";
  make_it(control.executable);
  return control;
}

}  // namespace grader::compile
