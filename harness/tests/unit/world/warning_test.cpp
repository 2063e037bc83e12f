// SPDX-License-Identifier: MIT
#include "world/warning.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace kata::model {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(WarningKinds, AreThoseOfTheReportsSchema) {
  std::ifstream file(std::filesystem::path(KATA_HARNESS_DIR) / "schema/report.schema.json");
  const nlohmann::json schema = nlohmann::json::parse(file);
  std::set<std::string> of_schema;
  for (const auto& word : schema["definitions"]["warning"]["properties"]["kind"]["enum"]) {
    of_schema.insert(word);
  }
  std::set<std::string> of_engine;
  for (const WarningKind* kind : warning_kinds) of_engine.emplace(kind->word);
  EXPECT_EQ(of_engine, of_schema);
}

TEST(WarningKinds, EachHasAWordOfItsOwnAndASentence) {
  for (const WarningKind* kind : warning_kinds) {
    EXPECT_EQ(warning_kind(kind->word), kind) << kind->word;
    EXPECT_FALSE(kind->sentence.empty()) << kind->word;
  }
  EXPECT_EQ(warning_kind("busy_waits"), nullptr);
  EXPECT_EQ(warning_kind(""), nullptr);
}

TEST(WarningKinds, APolicyCanRejectWhatTheEngineOrAHarnessFinds) {
  EXPECT_TRUE(is_rejectable(warnings::busy_wait));
  EXPECT_TRUE(is_rejectable(warnings::starvation));
  EXPECT_FALSE(is_rejectable(warnings::compiler_warning));  // the grader's business
  EXPECT_FALSE(is_rejectable(warnings::fewer_schedules));
  EXPECT_FALSE(is_rejectable(warnings::not_judged));
  EXPECT_THAT(rejectable_words(), HasSubstr("busy_wait, sleep_as_synchronization"));
  EXPECT_THAT(rejectable_words(), Not(HasSubstr("fewer_schedules")));
}

}  // namespace
}  // namespace kata::model
