// SPDX-License-Identifier: MIT
#include "workbook/workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/errors.hpp"
#include "support.hpp"
#include "workbook/structure.hpp"

namespace grader::workbook {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Workbook, DirectoryIsTheRegistration) {
  const testing::SmallWorkbook small;
  testing::put(small.root() / "problems/apple/problem.json", "{}");
  testing::put(small.root() / "problems/README.md", "text");
  EXPECT_THAT(Workbook(small.root()).slugs(), ElementsAre("apple", "pair"));
}

TEST(Workbook, UnknownSlugNamesTheNearest) {
  const testing::SmallWorkbook small;
  const Workbook workbook(small.root());
  try {
    workbook.problem("piar");
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), HasSubstr("Did you mean pair?"));
  }
  EXPECT_THROW(workbook.problem("../pair"), UsageError);
  EXPECT_THROW(workbook.problem("pa\nir"), UsageError);
  EXPECT_THROW(workbook.problem(""), UsageError);
}

TEST(Workbook, ProblemJsonIsChecked) {
  const auto faults = [](const std::string& text) {
    Problem problem;
    read_problem_json(text, problem);
    return problem.faults;
  };
  EXPECT_THAT(faults("{"), ElementsAre(HasSubstr("not a JSON object")));
  EXPECT_THAT(faults("{}"), Contains(HasSubstr("'title' is missing")));
  const std::string good =
      R"("title": "T", "difficulty": "easy", "chapter": "C", "topics": ["t"], "leetcode": null)";
  EXPECT_THAT(faults("{" + good + "}"), IsEmpty());
  EXPECT_THAT(faults("{" + good + R"(, "schedules": 0})"), ElementsAre(HasSubstr("'schedules'")));
  EXPECT_THAT(faults("{" + good + R"(, "sched": 1})"), ElementsAre(HasSubstr("'sched'")));
}

TEST(Workbook, PromisedWarningsStandAmongTheCommentsAtTheTop) {
  EXPECT_THAT(
      promised_warnings("// SPDX\n// Text.\n// warns: starvation\n// warns: eager\n#pragma\n"),
      ElementsAre("eager", "starvation"));
  EXPECT_THAT(promised_warnings("#pragma once\n// warns: eager\n"), IsEmpty());
  EXPECT_THAT(promised_warnings(""), IsEmpty());
}

TEST(Workbook, PolicyAndBudgetAreRead) {
  Problem problem;
  read_problem_json(R"({"schedules": 77, "policy": {"reject": ["busy_wait"]}})", problem);
  EXPECT_EQ(problem.schedules, 77U);
  EXPECT_THAT(problem.reject, ElementsAre(WarningKind::busy_wait));
  EXPECT_EQ(problem.unusable, "");
}

TEST(Workbook, PolicyThatIsNotUnderstoodIsAFault) {
  const auto fault = [](const char* policy) {
    Problem problem;
    read_problem_json(std::string(R"({"policy": )") + policy + "}", problem);
    EXPECT_THAT(problem.faults, Contains(problem.unusable));
    return problem.unusable;
  };
  const std::string misspelt = fault(R"({"reject": ["eager", "busy_wiat"]})");
  EXPECT_THAT(misspelt,
              HasSubstr("problem.json: 'policy' rejects what it cannot: 'busy_wiat' is no "
                        "warning. Did you mean busy_wait? There are: busy_wait, "));
  EXPECT_THAT(misspelt, HasSubstr("compiler_warning"));
  EXPECT_THAT(fault(R"({"reject": ["fewer_schedules"]})"), HasSubstr("has no place here"));
  EXPECT_THAT(fault(R"({"reject": [1]})"), HasSubstr("'1' is no warning"));
  EXPECT_THAT(fault(R"({"rejects": ["eager"]})"), HasSubstr("a member 'rejects'"));
}

TEST(Workbook, HintsAreReadAndChecked) {
  Problem problem;
  read_problem_json(R"x({"hints": [
      {"verdict": "deadlock", "hint": "always"},
      {"verdict": "deadlock", "matches": "mutex [0-9]+", "hint": "of a mutex"},
      {"verdict": "data_race", "matches": "holds no lock", "hint": "of a race"},
      {"verdict": "deadlok", "hint": "no verdict"},
      {"verdict": "accepted", "hint": "no rejection"},
      {"verdict": "deadlock", "matches": "(", "hint": "no expression"},
      {"verdict": "deadlock"},
      {"verdict": "deadlock", "pattern": "x", "hint": "no such field"},
      7]})x",
                    problem);
  EXPECT_THAT(problem.hints, ::testing::SizeIs(3));
  for (const char* fault :
       {"hint 4 is for 'deadlok'", "hint 5 is for 'accepted'", "hint 6 matches '('",
        "hint 7 says nothing", "hint 8 has a field 'pattern'", "hint 9 is no object"}) {
    EXPECT_THAT(problem.faults, Contains(HasSubstr(fault)));
  }
  const auto given = [&](Verdict verdict, const char* message, const char* explanation) {
    Failure failure;
    failure.verdict = verdict;
    failure.message = message;
    failure.explanation = explanation;
    return hints_for(problem.hints, failure);
  };
  EXPECT_THAT(given(Verdict::deadlock, "no thread can move", "Foo waits for mutex 12."),
              ElementsAre("always", "of a mutex"));
  EXPECT_THAT(given(Verdict::deadlock, "no thread can move", "Foo waits."), ElementsAre("always"));
  EXPECT_THAT(given(Verdict::livelock, "mutex 1", ""), IsEmpty());
  const std::string endless(1'000'000, '1');
  EXPECT_THAT(given(Verdict::deadlock, ("mutex " + endless).c_str(), ""),
              ElementsAre("always", "of a mutex"));
}

TEST(Structure, CompleteKataHasNoFaults) {
  const testing::SmallWorkbook small;
  const Workbook workbook(small.root());
  EXPECT_THAT(faults_of(workbook, workbook.problem("pair")), IsEmpty());
  testing::put(small.root() / "problems/AUTHORS.md", "text");
  EXPECT_THAT(stray_entries(workbook), IsEmpty());
}

TEST(Structure, WhatIsToBeFilledInIsNamed) {
  const testing::SmallWorkbook small;
  testing::put(small.root() / "problems/pair/README.md", "# Pair\n\n- FILL IN: the task.\n");
  const Workbook workbook(small.root());
  EXPECT_THAT(faults_of(workbook, workbook.problem("pair")),
              ElementsAre("problems/pair/README.md is to be filled in at line 3: the task."));
}

TEST(Structure, WhatIsMissingOrStrayIsSaid) {
  const testing::SmallWorkbook small;
  const auto solutions = small.root() / "solutions/pair";
  testing::put(small.root() / "problems/pair/notes.txt", "");
  std::filesystem::remove(small.root() / "problems/pair/README.md");
  testing::put(solutions / "accepted/a.hpp", "");
  testing::put(solutions / "accepted/a.cpp", "");
  testing::put(solutions / "rejected/deadlock-two_locks.hpp", "");
  testing::put(solutions / "rejected/deadlock.hpp", "");
  testing::put(solutions / "rejected/wrong-why.hpp", "");
  testing::put(small.root() / "solutions/other/README.md", "");
  const Workbook workbook(small.root());
  const auto faults = faults_of(workbook, workbook.problem("pair"));
  EXPECT_THAT(faults, ::testing::UnorderedElementsAre(
                          "problems/pair/README.md is missing",
                          "problems/pair/notes.txt does not belong here",
                          "solutions/pair/README.md is missing",
                          "solutions/pair/accepted/a.cpp is not an answer: answers are .hpp files",
                          "solutions/pair/accepted holds 1 answers; at least 3 are needed",
                          "solutions/pair/rejected holds 3 answers; at least 5 are needed",
                          HasSubstr("deadlock.hpp does not say why"),
                          HasSubstr("is named for 'wrong', which is no verdict")));
  EXPECT_THAT(stray_entries(workbook), ElementsAre("solutions/other has no problem of that name"));
}

TEST(Structure, AnswersCarryTheVerdictOfTheirName) {
  const testing::SmallWorkbook small;
  testing::put(small.root() / "solutions/pair/accepted/zero.hpp", "");
  testing::put(small.root() / "solutions/pair/rejected/data_race-why-not.hpp", "");
  const auto answers = Workbook(small.root()).answers("pair");
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].verdict, "accepted");
  EXPECT_EQ(answers[1].verdict, "data_race");
  EXPECT_EQ(answers[1].name, "rejected/data_race-why-not");
}

}  // namespace
}  // namespace grader::workbook
