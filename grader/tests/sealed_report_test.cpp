// SPDX-License-Identifier: MIT
#include "grading/sealed_report.hpp"

#include <gtest/gtest.h>

#include "base/errors.hpp"
#include "run/child.hpp"

namespace grader::grading {
namespace {

std::optional<Sealed> report_of(const std::string& what) {
  run::Command command;
  command.argv = {FAKE_HARNESS, what};
  command.report = true;
  const std::string nonce = make_nonce();
  command.input = nonce + "\n";
  return unseal(run::run_child(command).report, nonce);
}

TEST(SealedReport, WithTheNonceIsBelieved) {
  const auto report = report_of("seal");
  ASSERT_TRUE(report);
  EXPECT_EQ(std::get<Result>(*report).verdict, Verdict::accepted);
}

TEST(SealedReport, NoiseBeforeItDoesNotMatter) { EXPECT_TRUE(report_of("seal-after-noise")); }

TEST(SealedReport, ForgedOnesAreNot) {
  EXPECT_FALSE(report_of("forge"));
  EXPECT_FALSE(report_of("seal-twice"));
  EXPECT_FALSE(report_of("ignore-stdin"));
}

TEST(SealedReport, JudgeSaysThereThatItFailed) {
  const auto sealed = unseal("\nN\n{\"judge_failed\":\"no memory\"}\n", "N");
  ASSERT_TRUE(sealed);
  EXPECT_EQ(std::get<JudgeFailed>(*sealed).why, "no memory");
}

TEST(SealedReport, OneThatIsCutOffIsNone) { EXPECT_FALSE(unseal("\nN\n{\"verdict\":", "N")); }

// What the runtime sealed and the grader does not understand is our fault, never a verdict.
TEST(SealedReport, OneThatIsNoResultIsAnInternalError) {
  for (const char* text : {"[]", "not JSON", R"({"verdict":"perfect","passed":true})",
                           R"({"verdict":"deadlock","passed":true,"schedules":{"run":1}})"}) {
    EXPECT_THROW(unseal(std::string("\nN\n") + text + "\n", "N"), InternalError) << text;
  }
}

TEST(SealedReport, NoncesDiffer) {
  EXPECT_EQ(make_nonce().size(), 32U);
  EXPECT_NE(make_nonce(), make_nonce());
}

}  // namespace
}  // namespace grader::grading
