// SPDX-License-Identifier: MIT
// clang, which warns of other things than g++, has nothing to say against any file that is built.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "run/child.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;

// Source files by the directory that they are in, with how they are compiled.
using Commands = std::map<std::string, std::vector<Json>>;

Commands commands() {
  const fs::path list = fs::path(KATA_BUILD_DIR) / "compile_commands.json";
  const fs::path root = fs::path(GRADER_DIR).lexically_normal().parent_path().parent_path();
  Commands all;
  for (const Json& one : parse_json(read_file(list).value_or(""))) {
    const fs::path file = string_or(one, "file");
    // What CMake wrote itself stays out.
    if (file.string().rfind(KATA_BUILD_DIR, 0) == 0) continue;
    all[file.parent_path().lexically_relative(root).string()].push_back(one);
  }
  return all;
}

std::vector<std::string> directories() {
  std::vector<std::string> names;
  for (const auto& [name, files] : commands()) names.push_back(name);
  return names;
}

// The words of g++'s command that say what the program is, for clang; none that say what to write.
std::vector<std::string> for_clang(const std::string& command) {
  std::vector<std::string> words = {"/usr/bin/env", "clang++", "-fsyntax-only"};
  std::istringstream rest(command);
  std::string word;
  rest >> word;  // the compiler
  while (rest >> word) {
    const bool with_value = word == "-o" || word == "-include";
    const bool only_gnu = word.rfind("-flto", 0) == 0 || word == "-ffat-lto-objects";
    if (with_value) rest >> word;
    if (with_value || only_gnu || word == "-c" || word == "-Winvalid-pch") continue;
    // "-DNAME=\"text\"", as CMake writes it for a shell.
    for (std::size_t at; (at = word.find("\\\"")) != std::string::npos;) word.erase(at, 1);
    words.push_back(word);
  }
  return words;
}

class ClangWarnings : public ::testing::TestWithParam<std::string> {};

TEST_P(ClangWarnings, NoneInThisDirectory) {
  const auto clang = run::run_child({{"/usr/bin/env", "clang++", "--version"}});
  if (clang.exit_status != 0) GTEST_SKIP() << "no clang++ here";
  const Commands all = commands();
  for (const Json& one : all.at(GetParam())) {
    run::Command command;
    command.argv = for_clang(string_or(one, "command"));
    command.argv.push_back("-Werror");
    command.directory = string_or(one, "directory");
    const run::Ended ended = run::run_child(command);
    EXPECT_EQ(ended.exit_status, 0) << string_or(one, "file") << "\n" << ended.err;
  }
}

INSTANTIATE_TEST_SUITE_P(All, ClangWarnings, ::testing::ValuesIn(directories()),
                         [](const auto& one) {
                           std::string name = one.param;
                           for (char& c : name) c = c == '/' || c == '.' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace grader
