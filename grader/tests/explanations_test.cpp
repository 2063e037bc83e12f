// SPDX-License-Identifier: MIT
// What students read, word for word: each explanations/<verdict>-<name>.hpp, an answer for foo_bar,
// gets its verdict and the text in the .txt file beside it; where there is a .trace file as well,
// its schedule is told in these steps.
// KATA_UPDATE_GOLDENS=1 writes the texts anew; read them aloud before you commit them.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "base/text.hpp"
#include "base/verdict.hpp"
#include "report/schedule_view.hpp"
#include "support.hpp"

namespace grader {
namespace {

const std::filesystem::path directory = std::filesystem::path(GRADER_DIR) / "tests/explanations";

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() == ".hpp") all.push_back(entry.path().stem().string());
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::string verdict_of(const std::string& name) { return name.substr(0, name.find('-')); }

std::string paragraph(const std::string& text) { return text.empty() ? "" : wrap(text, 100, ""); }

// All that is said in whole sentences.
std::string told(const Result& result) {
  std::string text = paragraph(result.confidence ? result.confidence->text : "");
  if (result.failure) text += paragraph(result.failure->message);
  text += "\n";
  if (result.failure) {
    text += paragraph(result.failure->explanation);
    for (const std::string& hint : result.failure->hints) text += "\n" + paragraph("Hint: " + hint);
  }
  for (const Warning& warning : result.warnings) {
    text += paragraph(fmt::format("warning {}: {}", word_of(warning.kind), warning.message));
  }
  return text;
}

class Explanations : public ::testing::TestWithParam<std::string> {};

TEST_P(Explanations, AreTheseWords) {
  const char* named = std::getenv("KATA_TOOLCHAIN");
  const std::filesystem::path toolchain_file =
      named != nullptr ? named : std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json";
  if (!std::filesystem::exists(toolchain_file)) GTEST_SKIP() << "no " << toolchain_file;
  const compile::Toolchain toolchain = compile::Toolchain::load(toolchain_file);
  // Another compiler places accesses on other lines and words its errors in another way.
  if (toolchain.compiler.find("clang") != std::string::npos) GTEST_SKIP() << "written for g++";
  const grading::Grader grader(toolchain, workbook::Workbook(toolchain.source_dir));
  const Result result = grader.grade(grader.workbook().problem("foo_bar"),
                                     {directory / (GetParam() + ".hpp"), "answer.hpp"}, {});
  EXPECT_EQ(testing::result_faults(result), "");
  ASSERT_EQ(word_of(result.verdict), verdict_of(GetParam())) << dump(to_json(result), 2);
  const auto file = directory / (GetParam() + ".txt");
  if (std::getenv("KATA_UPDATE_GOLDENS") != nullptr) write_file(file, told(result));
  EXPECT_EQ(told(result), read_file(file).value_or("(no such file)"));
  const auto trace = directory / (GetParam() + ".trace");
  if (!std::filesystem::exists(trace)) return;
  const std::string steps = report::render_schedule(*result.failure, "answer.hpp", {});
  if (std::getenv("KATA_UPDATE_GOLDENS") != nullptr) write_file(trace, steps);
  EXPECT_EQ(steps, read_file(trace).value_or(""));
}

INSTANTIATE_TEST_SUITE_P(EndToEnd, Explanations, ::testing::ValuesIn(names()), [](const auto& one) {
  std::string name = one.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Explanation, ThereIsOneForEveryVerdict) {
  std::set<std::string> covered;
  for (const std::string& name : names()) covered.insert(verdict_of(name));
  for (const VerdictRow& row : verdicts) {
    EXPECT_TRUE(covered.count(std::string(row.word)) > 0) << row.word;
  }
}

}  // namespace
}  // namespace grader
