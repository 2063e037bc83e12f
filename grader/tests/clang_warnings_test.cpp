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

// How clang is to see a file: g++'s words that say what the program is, none that say what to
// write.
struct ForClang {
  std::vector<std::string> flags;
  std::string header;  // that is included before the file's own text; "" if there is none
  std::string file;
};

ForClang for_clang(const std::string& command) {
  ForClang clang;
  wordexp_t split{};  // CMake quotes for a shell
  EXPECT_EQ(wordexp(command.c_str(), &split, WRDE_NOCMD), 0) << command;
  bool compiler = true;  // and what starts it, such as ccache
  for (std::size_t i = 0; i < split.we_wordc; ++i) {
    const std::string word = split.we_wordv[i];
    compiler = compiler && !word.starts_with('-');
    if (word == "-include") clang.header = split.we_wordv[i + 1];
    const bool with_value = word == "-o" || word == "-include";
    const bool only_gnu = word.starts_with("-flto") || word == "-ffat-lto-objects";
    if (with_value) ++i;
    if (compiler || with_value || only_gnu || word == "-c" || word == "-Winvalid-pch") continue;
    clang.flags.push_back(word);
  }
  wordfree(&split);
  clang.file = clang.flags.back();
  clang.flags.pop_back();
  return clang;
}

run::Ended run_clang(const std::vector<std::string>& flags, const std::vector<std::string>& words,
                     const std::string& directory) {
  run::Command command;
  command.argv = {"/usr/bin/env", "clang++", "-Werror"};
  command.argv.insert(command.argv.end(), flags.begin(), flags.end());
  command.argv.insert(command.argv.end(), words.begin(), words.end());
  command.directory = directory;
  command.limits.file_size = 0;
  return run::run_child(command);
}

// The headers that many files begin with, precompiled by clang once for all that have its flags.
class Precompiled {
 public:
  // The words that include `clang.header`.
  std::vector<std::string> words(const ForClang& clang, const std::string& directory) {
    if (clang.header.empty()) return {};
    std::string key = clang.header;
    for (const std::string& flag : clang.flags) key += ' ' + flag;
    const auto [known, is_new] =
        made_.emplace(key, directory_.path() / (std::to_string(made_.size()) + ".pch"));
    if (is_new) {
      // CMake's file says that it is a system header, which only an included one may.
      const fs::path includes = fs::path(known->second).replace_extension(".hpp");
      write_file(includes, "#include \"" + clang.header + "\"\n");
      const run::Ended ended = run_clang(
          clang.flags, {"-x", "c++-header", includes.string(), "-o", known->second.string()},
          directory);
      EXPECT_TRUE(ended.succeeded()) << clang.header << "\n" << ended.err;
    }
    return {"-include-pch", known->second.string()};
  }

 private:
  PrivateDirectory directory_;
  std::map<std::string, fs::path> made_;
};

class ClangWarnings : public ::testing::TestWithParam<std::string> {};

TEST_P(ClangWarnings, NoneInThisDirectory) {
  const auto clang = run::run_child({{"/usr/bin/env", "clang++", "--version"}});
  if (clang.exit_status != 0) GTEST_SKIP() << "no clang++ here";
  const Commands all = commands();
  Precompiled precompiled;
  for (const Json& one : all.at(GetParam())) {
    const ForClang clang = for_clang(string_or(one, "command"));
    const std::string directory = string_or(one, "directory");
    std::vector<std::string> words = precompiled.words(clang, directory);
    words.insert(words.end(), {"-fsyntax-only", clang.file});
    const run::Ended ended = run_clang(clang.flags, words, directory);
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
