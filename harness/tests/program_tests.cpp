// SPDX-License-Identifier: MIT
// Every program under programs/ gets exactly the verdict that its file name says, whatever the
// seed; its failure comes again when the replay token is pasted; and two processes agree.
#include <gtest/gtest.h>

#include <cstring>
#include <ostream>
#include <set>
#include <string>

#include "program.hpp"
#include "report_check.hpp"

namespace kata::tests {

// What GoogleTest prints for a parameter.
void PrintTo(const Program& program, std::ostream* out) { *out << program.source().string(); }

namespace {

int expected_status(const std::string& verdict) {
  if (verdict == "accepted") return 0;
  return verdict == "internal_error" ? 3 : 1;
}

// For the reader of a failed test.
std::string told(const Json& report) {
  std::string text = "verdict " + report.value("verdict", "") + ", warnings " +
                     report.value("warnings", Json()).dump();
  if (const Json failure = report.value("failure", Json()); failure.is_object()) {
    for (const char* key : {"scenario", "message", "explanation", "replay"}) {
      text += std::string("\n  ") + key + ": " + failure.value(key, Json()).dump();
    }
  }
  return text;
}

std::set<std::string> warnings_of(const Json& report) {
  std::set<std::string> kinds;
  for (const Json& warning : report.value("warnings", Json::array())) {
    kinds.insert(warning.value("kind", ""));
  }
  return kinds;
}

class Programs : public testing::TestWithParam<Program> {
 protected:
  void SetUp() override {
    if (const std::string why = GetParam().why_not_here(); !why.empty()) GTEST_SKIP() << why;
    const std::string errors = GetParam().compile();
    ASSERT_TRUE(errors.empty()) << errors;
  }

  // The report of one run, whose form and exit status are checked.
  Json judged(std::vector<std::string> arguments) {
    const Finished finished = GetParam().run(std::move(arguments));
    Json report = Json::parse(finished.output, nullptr, false);
    if (!report.is_object()) {
      ADD_FAILURE() << "no report; exit status " << finished.status << ", output "
                    << finished.output.substr(0, 500);
      return Json::object();
    }
    check_report(report, GetParam());
    EXPECT_EQ(finished.status, expected_status(report.value("verdict", ""))) << told(report);
    return report;
  }

  // Another process, the same seed.
  void expect_the_same_bytes_again(Json report) {
    Json again = judged(with_seed(1));
    report.erase("duration_ms");
    again.erase("duration_ms");
    EXPECT_EQ(again.dump(), report.dump());
  }

  // The token of a rejection, pasted.
  void expect_the_same_when_replayed(const Json& report) {
    const Json& failure = report.at("failure");
    const Json again = judged({"--replay", failure.at("replay")});
    EXPECT_EQ(again.value("strategy", ""), "replay");
    ASSERT_EQ(again.value("verdict", ""), report.at("verdict")) << told(again);
    const Json& failed_again = again.at("failure");
    EXPECT_EQ(failed_again.at("message"), failure.at("message")) << told(again);
    EXPECT_EQ(failed_again.at("events"), failure.at("events"));
  }

  std::vector<std::string> with_seed(int seed) {
    std::vector<std::string> arguments{"--seed", std::to_string(seed)};
    // A warning may take the usual number of schedules to come.
    if (GetParam().verdict() == "accepted" && GetParam().warns().empty())
      arguments.insert(arguments.end(), {"--schedules", "2000"});
    return arguments;
  }
};

TEST_P(Programs, GetTheVerdictTheyAreFiledUnder) {
  const Program& program = GetParam();
  for (int seed = 1; seed <= program.seeds(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Json report = judged(with_seed(seed));
    ASSERT_EQ(report.value("verdict", "none"), program.verdict()) << told(report);
    // A warning that a policy may turn into a rejection must not come without cause.
    EXPECT_EQ(warnings_of(report), program.warns()) << told(report);
    if (program.distinct() != 0) {
      EXPECT_EQ(report["schedules"].value("distinct", 0), program.distinct()) << told(report);
    }
    if (seed > 1) continue;  // what follows takes as long as the rest together
    if (program.verdict() == "nondeterministic") continue;  // nothing of it comes again
    expect_the_same_bytes_again(report);
    if (program.verdict() == "accepted" || report["failure"]["replay"].is_null()) continue;
    expect_the_same_when_replayed(report);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Programs, testing::ValuesIn(all_programs()),
                         [](const testing::TestParamInfo<Program>& parameter) {
                           return parameter.param.test_name();
                         });

}  // namespace

}  // namespace kata::tests

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  if (count > 1 && std::strcmp(arguments[1], "--compile") == 0) {
    kata::tests::compile_all();
    return 0;
  }
  const bool all = testing::GTEST_FLAG(filter) == "*" && !testing::GTEST_FLAG(list_tests);
  if (all) kata::tests::compile_all();
  return RUN_ALL_TESTS();
}
