// SPDX-License-Identifier: MIT
// Ten thousand schedules with one seed make the same choices in every process.
#include <gtest/gtest.h>

#include "program.hpp"

namespace kata::tests {

namespace {

Json report_of(const Program& program, const std::vector<std::string>& arguments) {
  const std::string errors = program.compile();
  EXPECT_TRUE(errors.empty()) << errors;
  return Json::parse(program.run(arguments).output, nullptr, false);
}

class Determinism : public testing::TestWithParam<std::string> {};

// These draw instances, hash thread ids and roll dice: all that could differ between processes.
TEST_P(Determinism, TenThousandSchedulesMakeTheSameChoicesInTwoProcesses) {
  for (const char* name : {"condition/accepted-conditions", "thread/accepted-thread_basics",
                           "random/accepted-random_numbers", "atomic/accepted-orders"}) {
    SCOPED_TRACE(name);
    const Program program(std::string(KATA_PROGRAMS_DIR) + "/" + name + ".cpp");
    const std::vector<std::string> arguments{"--seed", "42", "--strategy", GetParam()};
    const Json first = report_of(program, arguments);
    const Json second = report_of(program, arguments);
    ASSERT_EQ(first.at("verdict"), "accepted");
    EXPECT_EQ(first.at("schedules").at("run"), 10'000);
    EXPECT_EQ(first.at("fingerprint"), second.at("fingerprint"));
    EXPECT_EQ(first.at("stats"), second.at("stats"));
    const Json other = report_of(program, {"--seed", "43", "--strategy", GetParam()});
    EXPECT_NE(first.at("fingerprint"), other.at("fingerprint")) << "another seed, other choices";
  }
}

INSTANTIATE_TEST_SUITE_P(Strategies, Determinism, testing::Values(KATA_STRATEGIES),
                         [](const auto& parameter) { return parameter.param; });

}  // namespace

}  // namespace kata::tests
