// SPDX-License-Identifier: MIT
#include "program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace kata::tests {

namespace fs = std::filesystem;

namespace {

const Json& toolchain() {
  static const Json parsed = Json::parse(std::ifstream(KATA_TOOLCHAIN));
  return parsed;
}

// The compiler that KATA_CXX names, a clang++; null if the one that built the engine is to be used.
const char* other_compiler() { return std::getenv("KATA_CXX"); }

std::string compiler() {
  return other_compiler() != nullptr ? other_compiler()
                                     : toolchain().at("compiler").get<std::string>();
}

std::vector<std::string> flags(const char* name) {
  const Json& from =
      other_compiler() != nullptr ? toolchain().at("families").at("clang") : toolchain();
  auto words = from.at(name).get<std::vector<std::string>>();
  // What comes with one compiler only, the grader adds for any other: where the header is.
  if (other_compiler() != nullptr && name == std::string("compile_flags")) {
    words.push_back("-I" KATA_HARNESS_DIR "/include");
  }
  return words;
}

fs::path executables() {
  return std::string(KATA_PROGRAMS_BUILD_DIR) + (other_compiler() != nullptr ? "-clang" : "");
}

// Everything that a program's executable is made from, but its source: the flags and the header.
fs::file_time_type toolchain_time() {
  fs::file_time_type newest = fs::last_write_time(KATA_TOOLCHAIN);
  for (const std::string& flag : flags("compile_flags")) {
    if (!flag.starts_with("-I")) continue;
    for (const char* name : {"kata/kata.hpp", "kata/kata.hpp.gch", "kata/prelude.hpp"}) {
      const fs::path header = fs::path(flag.substr(2)) / name;
      if (fs::exists(header)) newest = std::max(newest, fs::last_write_time(header));
    }
  }
  return newest;
}

// The source, and the headers beside it.
fs::file_time_type source_time(const fs::path& source) {
  fs::file_time_type newest = fs::last_write_time(source);
  for (const auto& entry : fs::directory_iterator(source.parent_path())) {
    if (entry.path().extension() == ".hpp") newest = std::max(newest, entry.last_write_time());
  }
  return newest;
}

Finished run_with(const std::vector<std::string>& command, int redirected) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
    if (descriptor == redirected) {
      posix_spawn_file_actions_adddup2(&actions, ends[1], descriptor);
    } else {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
    }
  }
  pid_t child = -1;
  const int error =
      posix_spawnp(&child, command[0].c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    throw std::runtime_error("cannot start " + command[0]);
  }
  Finished finished;
  char buffer[65536];
  for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;) {
    finished.output.append(buffer, static_cast<std::size_t>(got));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

bool is_there() {
  static const bool there = [] {
    try {
      return run_with({compiler(), "--version"}, STDOUT_FILENO).status == 0;
    } catch (const std::runtime_error&) {
      return false;  // the tests say so
    }
  }();
  return there;
}

// kata.hpp precompiled by clang: made anew by every process that compiles something, once.
std::string clangs_header() {
  static const std::string made = [] {
    fs::create_directories(executables());
    const std::string target = (executables() / "kata.pch").string();
    const std::string mine = target + "." + std::to_string(getpid());
    std::vector<std::string> command{compiler()};
    for (std::string& flag : flags("compile_flags")) command.push_back(std::move(flag));
    const std::string header = KATA_HARNESS_DIR "/include/kata/kata.hpp";
    command.insert(command.end(), {"-x", "c++-header", header, "-o", mine});
    run_with(command, STDERR_FILENO);
    if (fs::exists(mine)) fs::rename(mine, target);
    return target;
  }();
  return made;
}

}  // namespace

Finished run(const std::vector<std::string>& command) { return run_with(command, STDOUT_FILENO); }

Program::Program(fs::path source) : source_(std::move(source)) {
  const std::string stem = source_.stem().string();
  verdict_ = stem.substr(0, stem.find('-'));
  test_name_ = source_.parent_path().filename().string() + "_" + stem;
  std::replace(test_name_.begin(), test_name_.end(), '-', '_');
  std::ifstream file(source_);
  bool head = true;
  for (std::string line; std::getline(file, line); ++line_count_) {
    head = head && line.starts_with("//");
    if (head) directives_.push_back(line.substr(2));
  }
}

std::string Program::directive(const std::string& name) const {
  const std::string start = " " + name + ": ";
  for (const std::string& line : directives_) {
    if (line.starts_with(start)) return line.substr(start.size());
  }
  return "";
}

std::string Program::why_not_here() const {
  if (other_compiler() == nullptr) return "";
  return is_there() ? directive("not with clang") : std::string("no ") + other_compiler() + " here";
}

std::set<std::string> Program::warns() const {
  const std::string start = " warns: ";
  std::set<std::string> kinds;
  for (const std::string& line : directives_) {
    if (line.starts_with(start)) kinds.insert(line.substr(start.size()));
  }
  return kinds;
}

int Program::distinct() const {
  const std::string text = directive("distinct");
  return text.empty() ? 0 : std::stoi(text);
}

int Program::seeds() const {
  const std::string text = directive("seeds");
  const int usual = other_compiler() != nullptr ? 1 : 3;
  return text.empty() ? usual : std::min(usual, std::stoi(text));
}

fs::path Program::executable() const {
  return executables() / source_.parent_path().filename() / source_.stem();
}

std::string Program::compile() const {
  const fs::path target = executable();
  fs::create_directories(target.parent_path());
  const int lock = open((target.string() + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  flock(lock, LOCK_EX);
  Finished compiled{0, ""};
  if (!fs::exists(target) || fs::last_write_time(target) < source_time(source_) ||
      fs::last_write_time(target) < toolchain_time()) {
    std::vector<std::string> command{compiler()};
    for (std::string& flag : flags("compile_flags")) command.push_back(std::move(flag));
    if (other_compiler() != nullptr) {
      command.insert(command.end(), {"-include-pch", clangs_header()});
    }
    command.push_back("-DKATA_SUBMISSION=\"" + source_.string() + "\"");
    command.insert(command.end(), {source_.string(), "-o", target.string()});
    for (std::string& flag : flags("link_flags")) command.push_back(std::move(flag));
    compiled = run_with(command, STDERR_FILENO);
  }
  close(lock);
  if (compiled.status == 0) return "";
  fs::remove(target);
  return compiled.output.empty() ? "the compiler failed" : compiled.output;
}

Finished Program::run(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), executable().string());
  return tests::run(arguments);
}

std::vector<Program> all_programs() {
  std::vector<fs::path> sources;
  for (const auto& entry : fs::recursive_directory_iterator(KATA_PROGRAMS_DIR)) {
    if (entry.path().extension() == ".cpp") sources.push_back(entry.path());
  }
  std::sort(sources.begin(), sources.end());
  if (other_compiler() == nullptr || std::getenv("KATA_ALL_PROGRAMS") != nullptr) {
    return {sources.begin(), sources.end()};
  }
  std::vector<Program> sample;
  constexpr std::size_t share = 2;
  for (std::size_t i = sources.size() % share; i < sources.size(); i += share) {
    sample.emplace_back(sources[i]);
  }
  return sample;
}

void compile_all() {
  if (!is_there()) return;
  const std::vector<Program> programs = all_programs();
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < programs.size(); i = next++) programs[i].compile();
  };
  const std::jthread other(work);
  work();
}

}  // namespace kata::tests
