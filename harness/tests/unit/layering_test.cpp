// SPDX-License-Identifier: MIT
// The includes agree with the layers that CMakeLists.txt declares.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

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

TEST(Layering, EveryDirectoryIsALayer) {
  const auto allowed = layers();
  ASSERT_GE(allowed.size(), 8U);
  for (const auto& entry : fs::directory_iterator(fs::path(KATA_HARNESS_DIR) / "src")) {
    EXPECT_TRUE(allowed.contains(entry.path().filename().string())) << entry.path();
  }
}

TEST(Layering, FilesIncludeOnlyTheLayersBelow) {
  const auto allowed = layers();
  const std::regex include("#include +\"([a-z_]+)/");
  int seen = 0;
  for (const auto& [layer, below] : allowed) {
    const fs::path directory = fs::path(KATA_HARNESS_DIR) / "src" / layer;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
      if (!entry.is_regular_file()) continue;
      const std::string text = read(entry.path());
      for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at) {
        const std::string included = (*at)[1];
        ++seen;
        if (!allowed.contains(included)) continue;
        EXPECT_TRUE(below.contains(included)) << entry.path() << " includes " << included;
      }
    }
  }
  EXPECT_GT(seen, 50);
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
