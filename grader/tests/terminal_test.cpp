// SPDX-License-Identifier: MIT
// Rendering against golden files: goldens/<name>.json gives goldens/<name>.txt.
// KATA_UPDATE_GOLDENS=1 writes the texts anew; read the difference before you commit it.
#include "report/terminal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/text.hpp"
#include "report/comparison.hpp"
#include "report/schedule_view.hpp"
#include "support.hpp"

namespace grader::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path goldens = std::filesystem::path(GRADER_DIR) / "tests/goldens";

std::vector<std::string> golden_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(goldens)) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result golden(const std::string& name) {
  return parse_result(parse_json(read_file(goldens / (name + ".json")).value_or("")));
}

class Golden : public ::testing::TestWithParam<std::string> {};

TEST_P(Golden, RendersAsBefore) {
  const Result result = golden(GetParam());
  EXPECT_EQ(testing::result_faults(result), "");
  const std::string text = render_result(result, {});
  const auto file = goldens / (GetParam() + ".txt");
  if (std::getenv("KATA_UPDATE_GOLDENS") != nullptr) write_file(file, text);
  EXPECT_EQ(text, read_file(file).value_or("(no such file)"));
}

TEST_P(Golden, FitsIntoEveryWidth) {
  const Result result = golden(GetParam());
  for (const std::size_t width : {60U, 80U, 100U, 160U}) {
    const std::string text = render_result(result, {.width = width});
    for (const std::string_view line : split_lines(text)) {
      // What is pasted must stay in one piece, and a single word cannot be broken.
      if (line.find("Replay:") != line.npos || line.find("error:") != line.npos) continue;
      if (line.rfind("✗", 0) == 0 || line.rfind("✓", 0) == 0) continue;
      EXPECT_LE(width_of(line), width) << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Terminal, Golden, ::testing::ValuesIn(golden_names()),
                         [](const auto& name) { return name.param; });

TEST(Terminal, ColoursOnlyWhenAsked) {
  const Result result = golden("deadlock");
  EXPECT_THAT(render_result(result, {}), Not(HasSubstr("\033")));
  EXPECT_THAT(render_result(result, {.color = true}), HasSubstr("\033[31mdeadlock\033[0m"));
}

TEST(Terminal, ReplayOfAnotherFileNamesItQuoted) {
  Result result = golden("deadlock");
  EXPECT_THAT(replay_command(result, {}), Not(HasSubstr("--submission")));
  result.submission = "my answers/it's.hpp";
  EXPECT_THAT(replay_command(result, {}), HasSubstr("--submission 'my answers/it'\\''s.hpp'"));
  result.failure->replay.reset();
  EXPECT_EQ(replay_command(result, {}), "");
}

TEST(Terminal, SubmissionsTextCannotMoveTheCursor) {
  Result result = golden("deadlock");
  result.failure->message = "\033[2J\007";
  result.failure->threads[1].name = "\033[1A";
  result.failure->events[0].detail = "\r";
  result.failure->output = "\033]0;title\007";
  EXPECT_THAT(render_result(result, {}), Not(::testing::ContainsRegex("[\001-\011\013-\037]")));
}

TEST(Terminal, LongSchedulesAreCutInTheMiddle) {
  Result result = golden("deadlock");
  const Step event = result.failure->events[0];
  result.failure->events.assign(200, event);
  const std::string text = render_schedule(*result.failure, "foo_bar.hpp", {});
  EXPECT_THAT(text, HasSubstr("… 160 steps …"));
  EXPECT_THAT(text, HasSubstr("200  "));
  result.failure->events_omitted = 1000;
  EXPECT_THAT(render_schedule(*result.failure, "foo_bar.hpp", {}), HasSubstr("1200  "));
}

TEST(Terminal, LongExpectationsAreShownFromWhereTheyDiffer) {
  Result result = golden("many_threads");
  const std::string common(300, 'x');
  result.failure->expected = common + "foobar";
  result.failure->got = common + "foofoo";
  const std::string text = render_result(result, {});
  EXPECT_THAT(text, HasSubstr("xxxfoobar\n"));
  EXPECT_THAT(text, HasSubstr("xxxfoofoo\n"));
}

TEST(Terminal, AnAddressIsNotMadeASentence) {
  Result result = golden("deadlock");
  result.failure->message = "http://a.b/ is missing";
  EXPECT_THAT(render_result(result, {}), HasSubstr("  http://a.b/ is missing."));
}

TEST(Terminal, SummaryCountsOurFaultsApart) {
  std::vector<Result> results(3);
  results[0].verdict = Verdict::accepted;
  results[1].verdict = Verdict::deadlock;
  EXPECT_EQ(render_summary(results), "1 accepted, 1 rejected, 1 could not be judged\n");
}

TEST(Comparison, CountsAreMeansPerSchedule) {
  const Result result = golden("accepted");
  const std::string text = render_comparison("foo_bar", {"your answer"}, {result}, {});
  EXPECT_THAT(text, HasSubstr("your answer  accepted      10000       9.3       4.4"));
}

}  // namespace
}  // namespace grader::report
