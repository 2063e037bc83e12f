// SPDX-License-Identifier: MIT
// The layers of grader/CMakeLists.txt are the architecture: includes must agree with them.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "base/verdict.hpp"
#include "base/warning.hpp"
#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;

const std::filesystem::path grader_dir = GRADER_DIR;

// Each layer with all the layers that it may include.
std::map<std::string, std::set<std::string>> layers() {
  const std::string cmake = read_file(grader_dir / "CMakeLists.txt").value_or("");
  const std::regex line(R"(\ngrader_layer\(([a-z ]+)\))");
  std::map<std::string, std::set<std::string>> result;
  for (std::sregex_iterator match(cmake.begin(), cmake.end(), line), end; match != end; ++match) {
    std::istringstream words((*match)[1].str());
    std::string layer, below;
    words >> layer;
    std::set<std::string>& allowed = result[layer] = {layer};
    // Those below were declared before, so theirs are complete.
    while (words >> below) allowed.insert(result.at(below).begin(), result.at(below).end());
  }
  return result;
}

TEST(Layers, IncludeOnlyWhatTheyLink) {
  const auto allowed = layers();
  ASSERT_EQ(allowed.size(), 9U);
  const std::regex include("#include \"([a-z]+)/");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(grader_dir / "src")) {
    if (!entry.is_regular_file()) continue;
    const std::string layer = entry.path().parent_path().filename().string();
    const std::string text = read_file(entry.path()).value_or("");
    for (std::sregex_iterator match(text.begin(), text.end(), include), end; match != end;
         ++match) {
      EXPECT_TRUE(allowed.at(layer).count((*match)[1].str()) == 1)
          << entry.path() << " includes " << (*match)[1];
    }
  }
}

// The text of all C++ files below `directory`.
std::string sources_below(const std::filesystem::path& directory) {
  std::string text;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".cpp" || extension == ".hpp") text += read_file(entry.path()).value_or("");
  }
  return text;
}

Json schema_definitions() {
  const auto file = grader_dir / "../harness/schema/report.schema.json";
  return parse_json(read_file(file).value_or("")).at("definitions");
}

TEST(Layers, SchemaEngineAndGraderHaveTheSameVerdicts) {
  Json known = Json::array();
  std::set<std::string> words;
  for (const VerdictRow& row : verdicts) {
    known.push_back(row.word);
    words.emplace(row.word);
  }
  EXPECT_EQ(schema_definitions()["verdict"]["enum"], known);
  // The engine's enumerators are its words, wherever its list is.
  if (!std::filesystem::exists(grader_dir / "../harness/src")) GTEST_SKIP() << "no engine here";
  const std::string engine = sources_below(grader_dir / "../harness/src");
  const std::size_t list = engine.find("enum class Verdict : std::uint8_t {");
  ASSERT_NE(list, std::string::npos);
  std::set<std::string> enumerators;
  std::istringstream lines(engine.substr(list, engine.find("};", list) - list));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::string_view word = trim(line);
    enumerators.emplace(word.substr(0, word.find_first_of(", ")));
  }
  EXPECT_EQ(enumerators, words);
  for (const std::string& word : words) EXPECT_THAT(engine, HasSubstr("\"" + word + "\""));
}

TEST(Layers, SchemaAndGraderHaveTheSameWarnings) {
  Json known = Json::array();
  for (const WarningRow& row : warning_kinds) known.push_back(row.word);
  EXPECT_EQ(schema_definitions()["warning"]["properties"]["kind"]["enum"], known);
}

// base/warnings.md has the table's rows and no others. KATA_UPDATE_GOLDENS=1 writes them anew.
TEST(Layers, PageOfWarningsHasTheTable) {
  const std::filesystem::path page = grader_dir / "src/base/warnings.md";
  const std::string text = read_file(page).value_or("");
  std::string rows;
  for (const WarningRow& row : warning_kinds) {
    rows += fmt::format("| `{}` | {} | {} | {} |\n", row.word, row.finder, row.means,
                        row.rejected_as ? fmt::format("`{}`", word_of(*row.rejected_as)) : "—");
  }
  const std::string above = "| --- | --- | --- | --- |\n";
  const std::size_t at = text.find(above);
  ASSERT_NE(at, std::string::npos);
  const std::string expected = text.substr(0, at + above.size()) + rows;
  if (std::getenv("KATA_UPDATE_GOLDENS") != nullptr) write_file(page, expected);
  EXPECT_EQ(text, expected);
}

// What is listed as found by the engines or by the katas' judges is a word of theirs.
TEST(Layers, EveryWarningHasAFinder) {
  const std::filesystem::path root = grader_dir / "..";
  if (!std::filesystem::exists(root / "harness/src")) GTEST_SKIP() << "no engine here";
  const std::string engine =
      sources_below(root / "harness/src") + sources_below(root / "harness/native");
  const std::string katas = sources_below(root / "problems");
  for (const WarningRow& row : warning_kinds) {
    const std::string word = "\"" + std::string(row.word) + "\"";
    if (row.finder == "engine") {
      EXPECT_THAT(engine, HasSubstr(word));
    } else if (row.finder == "harness") {
      EXPECT_THAT(katas, HasSubstr(word));
    }
  }
}

}  // namespace
}  // namespace grader
