// SPDX-License-Identifier: MIT
// The outcomes of the litmus tests that the memory model allows come up, those that it forbids
// never do.
#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>

#include "litmus/table.hpp"
#include "program.hpp"

namespace kata::tests {

namespace {

#define LITMUS_NAME(name, ...) name,
constexpr const char* allowed[] = {LITMUS_ALLOWED(LITMUS_NAME)};
constexpr const char* forbidden[] = {LITMUS_FORBIDDEN(LITMUS_NAME)};
#undef LITMUS_NAME

static_assert(std::size(allowed) >= 40 && std::size(forbidden) >= 40);

std::string test_name(const testing::TestParamInfo<const char*>& parameter) {
  std::string name;
  for (const char letter : std::string_view(parameter.param)) {
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0) name += letter;
    if (letter == ' ') name += '_';
    if (letter == '+') name += "_plus_";
    if (letter == '.') name += "_dot_";
  }
  return name;
}

class Litmus : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (const std::string why = outcomes_.why_not_here(); !why.empty()) GTEST_SKIP() << why;
    const std::string errors = outcomes_.compile();
    ASSERT_TRUE(errors.empty()) << errors;
    setenv("KATA_LITMUS", GetParam(), 1);
  }
  void TearDown() override { unsetenv("KATA_LITMUS"); }

  Json judged(int seed, int schedules) {
    const Finished finished =
        outcomes_.run({"--seed", std::to_string(seed), "--schedules", std::to_string(schedules)});
    return Json::parse(finished.output, nullptr, false);
  }

 private:
  const Program outcomes_{KATA_PROGRAMS_DIR "/../litmus/outcomes.cpp"};
};

class AllowedOutcome : public Litmus {};
class ForbiddenOutcome : public Litmus {};

TEST_P(AllowedOutcome, ComesUpAndIsShownByItsToken) {
  const Json report = judged(1, 20'000);
  ASSERT_EQ(report.value("verdict", ""), "wrong_answer") << report.dump();
  EXPECT_EQ(report["failure"].value("message", ""), "the outcome came up");
}

TEST_P(ForbiddenOutcome, NeverComesUp) {
  for (int seed = 1; seed <= 3; ++seed) {
    const Json report = judged(seed, 5'000);
    ASSERT_EQ(report.value("verdict", ""), "accepted") << report.dump();
    EXPECT_EQ(report["schedules"].value("run", 0), 5'000);
  }
}

INSTANTIATE_TEST_SUITE_P(All, AllowedOutcome, testing::ValuesIn(allowed), test_name);
INSTANTIATE_TEST_SUITE_P(All, ForbiddenOutcome, testing::ValuesIn(forbidden), test_name);

}  // namespace

}  // namespace kata::tests
