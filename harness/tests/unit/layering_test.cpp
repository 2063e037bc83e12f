// SPDX-License-Identifier: MIT
// The includes agree with the layers that CMakeLists.txt declares.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// Each layer, with all that it may include, itself among them.
std::map<std::string, std::set<std::string>> layers() {
  std::map<std::string, std::set<std::string>> allowed;
  const std::string text = read(fs::path(KATA_HARNESS_DIR) / "CMakeLists.txt");
  const std::regex declaration("\\n *kata_layer\\(([a-z_ \n]+)\\)");
  for (std::sregex_iterator at(text.begin(), text.end(), declaration), end; at != end; ++at) {
    std::istringstream words((*at)[1].str());
    std::string name, below;
    words >> name;
    allowed[name].insert(name);
    while (words >> below) {
      EXPECT_TRUE(allowed.contains(below)) << name << " is declared before " << below;
      allowed[name].insert(allowed[below].begin(), allowed[below].end());
    }
  }
  return allowed;
}

using Allowed = std::map<std::string, std::set<std::string>>;

// The includes in `source`, a directory of layers, that go up or sideways; how many it looked at.
std::vector<std::string> violations(const Allowed& allowed, const fs::path& source, int& seen) {
  std::vector<std::string> found;
  const std::regex include("#include +\"([a-z_]+)/");
  for (const auto& [layer, below] : allowed) {
    for (const auto& entry : fs::recursive_directory_iterator(source / layer)) {
      if (!entry.is_regular_file()) continue;
      const std::string text = read(entry.path());
      for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at) {
        const std::string included = (*at)[1];
        ++seen;
        if (!allowed.contains(included) || below.contains(included)) continue;
        found.push_back(entry.path().filename().string() + " includes " + included);
      }
    }
  }
  return found;
}

TEST(Layering, EveryDirectoryIsALayer) {
  const auto allowed = layers();
  ASSERT_GE(allowed.size(), 11U);
  for (const auto& entry : fs::directory_iterator(fs::path(KATA_HARNESS_DIR) / "src")) {
    EXPECT_TRUE(allowed.contains(entry.path().filename().string())) << entry.path();
  }
}

TEST(Layering, FilesIncludeOnlyTheLayersBelow) {
  int seen = 0;
  EXPECT_THAT(violations(layers(), fs::path(KATA_HARNESS_DIR) / "src", seen), testing::IsEmpty());
  EXPECT_GT(seen, 200);
}

TEST(Layering, WorldKnowsNothingOfModelsAndMemory) {
  const std::set<std::string> below = layers()["world"];
  for (const char* above : {"model", "memory", "intercept", "oracle", "explore"}) {
    EXPECT_FALSE(below.contains(above)) << above;
  }
}

TEST(Layering, AnIncludeThatGoesUpIsFound) {
  const fs::path source = fs::path(testing::TempDir()) / "layering_test";
  fs::remove_all(source);
  for (const char* layer : {"low", "high"}) fs::create_directories(source / layer);
  std::ofstream(source / "low/one.cpp") << "#include \"low/one.hpp\"\n#include \"high/two.hpp\"\n";
  std::ofstream(source / "high/two.cpp") << "#include <vector>\n#include \"low/one.hpp\"\n";
  int seen = 0;
  EXPECT_THAT(violations({{"low", {"low"}}, {"high", {"high", "low"}}}, source, seen),
              testing::ElementsAre("one.cpp includes high"));
  EXPECT_EQ(seen, 3);
  fs::remove_all(source);
}

// The linker would take the definitions of intercept for them: an arrow that includes do not show.
TEST(Layering, OnlyTheShimsCallWhatTheyStandInFor) {
  const std::regex call(
      "[^_a-z](pthread_[a-z_]+|sem_[a-z]+|nanosleep|clock_nanosleep|sched_yield)\\(");
  int files = 0;
  for (const char* layer : {"world", "model", "memory", "oracle", "explore"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(KATA_HARNESS_DIR) / "src" / layer)) {
      const std::string text = read(entry.path());
      std::smatch match;
      EXPECT_FALSE(std::regex_search(text, match, call)) << entry.path() << " calls " << match[1];
      ++files;
    }
  }
  EXPECT_GT(files, 50);
}

// The grader must know nothing of the engine, nor the public headers of anything but the standard.
TEST(Layering, PublicHeadersIncludeNoneOfTheEngine) {
  const std::regex include("#include +[\"<]([a-z_]+)/");
  for (const auto& entry :
       fs::directory_iterator(fs::path(KATA_HARNESS_DIR) / "include" / "kata")) {
    const std::string text = read(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at) {
      EXPECT_EQ((*at)[1].str(), "kata") << entry.path();
    }
  }
}

}  // namespace
