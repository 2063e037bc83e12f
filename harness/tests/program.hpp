// SPDX-License-Identifier: MIT
// One program under programs/: what its file name promises, its executable, and runs of it.
// Compiled as the engine was, or with the clang++ that KATA_CXX names.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace kata::tests {

using Json = nlohmann::json;

/// What an executable left behind.
struct Finished {
  int status = -1;     ///< exit status; 128 + the signal if one ended it
  std::string output;  ///< its standard output
};

/// Runs `command` and waits for it; its standard error is discarded.
Finished run(const std::vector<std::string>& command);

class Program {
 public:
  explicit Program(std::filesystem::path source);

  const std::filesystem::path& source() const { return source_; }
  /// The word before the first '-' of the file's name.
  const std::string& verdict() const { return verdict_; }
  /// "topic_verdict_name", in letters, digits and underscores.
  const std::string& test_name() const { return test_name_; }
  int line_count() const { return line_count_; }
  /// The kinds of the warnings that must come, and no others: lines "// warns: KIND" before the
  /// first #include.
  std::set<std::string> warns() const;
  /// A line "// distinct: N": how many schedules there are that differ in what happens before what;
  /// 0 if there is none.
  int distinct() const;
  /// Why it cannot be judged with the compiler that KATA_CXX names: it is not there, or a line
  /// "// not with clang: REASON". Empty if it can, and with the compiler that built the engine.
  std::string why_not_here() const;
  /// A line "// seeds: N": so many seeds instead of five, for programs that take long.
  int seeds() const;

  /// Compiles the program unless its executable is newer than it and the precompiled header.
  /// What the compiler said if that failed, empty otherwise. Processes may call it at once.
  std::string compile() const;

  /// Runs the executable. compile() came before.
  Finished run(std::vector<std::string> arguments) const;

 private:
  std::filesystem::path executable() const;
  std::string directive(const std::string& name) const;

  std::filesystem::path source_;
  std::string verdict_;
  std::string test_name_;
  std::vector<std::string> directives_;
  int line_count_ = 0;
};

/// Returns every program in the order of their paths; with the other compiler every second one, and
/// others whenever a program is filed, unless KATA_ALL_PROGRAMS is set.
std::vector<Program> all_programs();

/// Compiles all of them, two at a time. What fails is told by its own test.
void compile_all();

}  // namespace kata::tests
