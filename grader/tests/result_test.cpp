// SPDX-License-Identifier: MIT
// A result as JSON: nothing is lost on the way in and out, and what does not fit is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/errors.hpp"
#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;

Json golden(const std::string& name) {
  const auto file = std::filesystem::path(GRADER_DIR) / "tests/goldens" / (name + ".json");
  return parse_json(read_file(file).value_or(""));
}

// The message of the error that `json` makes; empty if it is a result.
std::string refusal(const Json& json) {
  try {
    parse_result(json);
  } catch (const InternalError& error) {
    return error.what();
  }
  return "";
}

class ResultJson : public ::testing::TestWithParam<const char*> {};

// Compared without regard to the order of members: the files here were written by hand.
TEST_P(ResultJson, KeepsEveryMember) {
  const Json json = golden(GetParam());
  const Json again = to_json(parse_result(json));
  EXPECT_EQ(nlohmann::json::parse(dump(again)), nlohmann::json::parse(dump(json)));
  EXPECT_EQ(dump(to_json(parse_result(again))), dump(again));
}

INSTANTIATE_TEST_SUITE_P(All, ResultJson,
                         ::testing::Values("accepted", "compile_error", "data_race", "deadlock",
                                           "internal_error", "many_threads"));

TEST(ResultJson, MembersThatTheGraderDoesNotKnowSurvive) {
  Json json = golden("data_race");
  json["later"] = {{"a", 1}};
  json["failure"]["events"][2]["value"] = 7;
  json["failure"]["race"]["first"]["old"] = true;
  const Json again = to_json(parse_result(json));
  EXPECT_EQ(again["later"]["a"], 1);
  EXPECT_EQ(again["failure"]["events"][2]["value"], 7);
  EXPECT_EQ(again["failure"]["race"]["first"]["old"], true);
}

TEST(ResultJson, WhatDoesNotFitIsRefusedByName) {
  for (const char* text : {"{}", "[]", "null", R"({"failure": 1, "warnings": 2})"}) {
    EXPECT_THAT(refusal(parse_json(text)), HasSubstr("does not fit")) << text;
  }
  EXPECT_EQ(refusal(golden("deadlock")), "");
  const auto with = [](auto change) {
    Json json = golden("deadlock");
    change(json);
    return refusal(json);
  };
  EXPECT_THAT(with([](Json& j) { j.erase("seed"); }), HasSubstr("seed is missing"));
  EXPECT_THAT(with([](Json& j) { j["seed"] = -1; }), HasSubstr("seed is no count"));
  EXPECT_THAT(with([](Json& j) { j["verdict"] = "perfect"; }),
              HasSubstr("verdict is 'perfect', which is no verdict"));
  EXPECT_THAT(with([](Json& j) { j["failure"]["events"][1]["line"] = "2"; }),
              HasSubstr("failure.events[1].line is no count"));
  EXPECT_THAT(with([](Json& j) { j["failure"]["threads"] = nullptr; }),
              HasSubstr("failure.threads is no array"));
}

TEST(ResultJson, ContradictionsAreRefused) {
  Json json = golden("deadlock");
  json["passed"] = true;
  EXPECT_THAT(refusal(json), HasSubstr("passed contradicts the verdict"));
  json = golden("deadlock");
  json["failure"] = nullptr;
  EXPECT_THAT(refusal(json), HasSubstr("failure contradicts the verdict"));
  json = golden("deadlock");
  json["failure"]["verdict"] = "livelock";
  EXPECT_THAT(refusal(json), HasSubstr("failure.verdict contradicts verdict"));
  json = golden("accepted");
  json["warnings"][0]["kind"] = "busy_wiat";
  EXPECT_THAT(refusal(json), HasSubstr("warnings[0].kind is 'busy_wiat', which is no warning"));
}

}  // namespace
}  // namespace grader
