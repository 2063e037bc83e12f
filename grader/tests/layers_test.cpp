// SPDX-License-Identifier: MIT
// The layers of grader/CMakeLists.txt are the architecture: includes must agree with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "base/verdict.hpp"
#include "support.hpp"

namespace grader {
namespace {

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
  ASSERT_EQ(allowed.size(), 8U);
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

TEST(Layers, SchemaRuntimeAndGraderHaveTheSameVerdicts) {
  const Json schema =
      parse_json(read_file(grader_dir / "../harness/schema/report.schema.json").value_or(""));
  Json known = Json::array();
  for (const VerdictRow& row : verdicts) known.push_back(row.word);
  EXPECT_EQ(schema["definitions"]["verdict"]["enum"], known);
  // The runtime's own list, where it is at hand.
  const auto runtime = read_file(grader_dir / "../harness/src/world/outcome.cpp");
  if (!runtime) GTEST_SKIP() << "no runtime here";
  for (const VerdictRow& row : verdicts) {
    EXPECT_THAT(*runtime, ::testing::HasSubstr("\"" + std::string(row.word) + "\""));
  }
}

}  // namespace
}  // namespace grader
