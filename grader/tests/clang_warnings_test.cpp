// SPDX-License-Identifier: MIT
// clang, which warns of other things than g++, has nothing to say against any file that is built.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wordexp.h>

#include <map>

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
  wordexp_t split{};  // CMake quotes for a shell
  EXPECT_EQ(wordexp(command.c_str(), &split, WRDE_NOCMD), 0) << command;
  bool compiler = true;  // and what starts it, such as ccache
  for (std::size_t i = 0; i < split.we_wordc; ++i) {
    const std::string word = split.we_wordv[i];
    compiler = compiler && !word.starts_with('-');
    const bool with_value = word == "-o" || word == "-include";
    const bool only_gnu = word.starts_with("-flto") || word == "-ffat-lto-objects";
    if (with_value) ++i;
    if (compiler || with_value || only_gnu || word == "-c" || word == "-Winvalid-pch") continue;
    words.push_back(word);
  }
  wordfree(&split);
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
