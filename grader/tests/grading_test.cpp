// SPDX-License-Identifier: MIT
// From a submission's text to a result, with a real compiler and a harness that only pretends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include <signal.h>

#include <atomic>

#include "base/errors.hpp"
#include "base/verdict.hpp"
#include "grading/evidence.hpp"
#include "grading/parallel.hpp"
#include "grading/result.hpp"
#include "support.hpp"

namespace grader::grading {
namespace {

using ::testing::HasSubstr;

class Grading : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { workbook_ = new testing::SmallWorkbook; }
  static void TearDownTestSuite() { delete workbook_; }

  // The result of `text`, which must keep the schema.
  static Json grade(const std::string& text) {
    const Json result = workbook_->grade(text);
    EXPECT_EQ(testing::result_faults(result), "");
    return result;
  }
  static std::string verdict(const std::string& text) { return grade(text)["verdict"]; }

  static testing::SmallWorkbook* workbook_;
};
testing::SmallWorkbook* Grading::workbook_ = nullptr;

TEST_F(Grading, RightAnswerIsAccepted) {
  const Json result = grade("int answer() { return 0; }\n");
  EXPECT_EQ(result["verdict"], "accepted");
  EXPECT_EQ(result["problem"], "pair");
  EXPECT_EQ(result["submission"], "handed_in.hpp");
}

TEST_F(Grading, WrongAnswerComesWithItsSourceLines) {
  const Json result = grade("\nint answer() { return 1; }  // wrong\n");
  EXPECT_EQ(result["verdict"], "wrong_answer");
  EXPECT_EQ(result["failure"]["replay"], "pair:AA");
  EXPECT_EQ(result["failure"]["events"][0]["source"], "int answer() { return 1; }  // wrong");
}

TEST_F(Grading, CompilerErrorsAreTheStudents) {
  const Json result = grade("// a comment\nint answer() { return missing; }\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  const Json& error = result["failure"]["compiler_errors"][0];
  EXPECT_EQ(error["file"], "handed_in.hpp");
  EXPECT_EQ(error["line"], 2);
  EXPECT_EQ(error["source"], "int answer() { return missing; }");
}

TEST_F(Grading, IncludingAFileThatLiesBesideItIsExplained) {
  const Json result = grade("#include \"helper.hpp\"\nint answer() { return 0; }\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_THAT(result["failure"]["explanation"].get<std::string>(), HasSubstr("one file"));
}

TEST_F(Grading, AMemberThatIsCalledLikeItsTypeIsExplained) {
  const Json result = grade(
      "struct Box {};\nstruct Pair { Box Box; };\nint answer() { Pair pair; return sizeof pair > "
      "9; "
      "}\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_THAT(result["failure"]["explanation"].get<std::string>(),
              HasSubstr("give the member another name"));
}

TEST_F(Grading, ANoBreakSpaceIsExplained) {
  const Json result = grade("int\xC2\xA0zero = 0;\nint answer() { return zero; }\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_THAT(result["failure"]["explanation"].get<std::string>(), HasSubstr("no-break space"));
  // The explanation of one mistake is not that of another.
  EXPECT_THAT(
      grade("int answer() { return \xC3\xA9; }\n")["failure"]["explanation"].get<std::string>(),
      ::testing::Not(HasSubstr("no-break space")));
}

TEST_F(Grading, DefiningWhatTheLibrariesUseIsNoAnswer) {
  const Json result = grade(
      "#include <new>\n#include <cstdlib>\n"
      "void* operator new(std::size_t n) { return std::malloc(n); }\n"
      "int answer() { return 0; }\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_THAT(result["failure"]["message"].get<std::string>(), HasSubstr("operator new"));
}

TEST_F(Grading, IncludingTheSolutionsIsNoAnswer) {
  testing::put(workbook_->root() / "solutions/pair/accepted/zero.hpp",
               "int answer() { return 0; }\n");
  const auto path = workbook_->root() / "problems/../solutions/pair/accepted/zero.hpp";
  const Json result = grade("#include \"" + path.string() + "\"\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_THAT(result["failure"]["message"].get<std::string>(), HasSubstr("solutions/"));
  std::filesystem::remove_all(workbook_->root() / "solutions");
}

TEST_F(Grading, WarningsOfTheCompilerRideOnTheVerdict) {
  const Json result = grade("int answer() { int unused; return 0; }\n");
  EXPECT_EQ(result["verdict"], "accepted");
  EXPECT_EQ(result["warnings"][0]["kind"], "compiler_warning");
  EXPECT_EQ(result["warnings"][0]["line"], 1);
}

TEST_F(Grading, LinkersErrorsAreCompileErrors) {
  EXPECT_EQ(verdict("int helper();\nint answer() { return helper(); }\n"), "compile_error");
}

TEST_F(Grading, AssemblersErrorsAreCompileErrors) {
  const Json result = grade("int answer() { asm(\"no_such_thing\"); return 0; }\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_THAT(result["failure"]["message"].get<std::string>(), HasSubstr("no_such_thing"));
}

TEST_F(Grading, TemplateWithoutEndIsACompileError) {
  EXPECT_EQ(verdict("template <int N> struct S { static constexpr int v = S<N + 1>::v; };\n"
                    "int answer() { return S<0>::v; }\n"),
            "compile_error");
}

TEST_F(Grading, HugeProgramIsACompileErrorInPlainWords) {
  const Json result = grade("char big[200 << 20] = {1};\nint answer() { return big[0] - 1; }\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_EQ(result["failure"]["message"], "the compiled program would be too large");
}

TEST_F(Grading, LeavingBehindTheJudgesBackIsACrash) {
  const Json result = grade("#include <unistd.h>\nint answer() { _exit(0); }\n");
  EXPECT_EQ(result["verdict"], "crash");
  EXPECT_THAT(result["failure"]["message"].get<std::string>(), HasSubstr("exit status 0"));
  EXPECT_EQ(verdict("int answer() { return *static_cast<volatile int*>(nullptr); }\n"), "crash");
  EXPECT_EQ(verdict("#include <cstdlib>\nstruct A { A() { std::exit(0); } } a;\n"
                    "int answer() { return 0; }\n"),
            "crash");
}

TEST_F(Grading, ForgedReportIsNotBelieved) {
  const std::string forged =
      "#include <unistd.h>\n#include <string>\n"
      "int answer() {\n"
      "  std::string s = \"\\n0123456789abcdef0123456789abcdef\\n{\\\"verdict\\\":\\\"accepted\\\","
      "\\\"passed\\\":true}\\n\";\n"
      "  for (int fd = 1; fd < 300; ++fd) if (write(fd, s.data(), s.size()) < 0) continue;\n"
      "  return 1;\n}\n";
  EXPECT_EQ(verdict(forged), "wrong_answer");
}

TEST_F(Grading, WhatWasReadOnceIsWhatIsJudged) {
  testing::put(workbook_->root() / "changed.hpp", "int answer() { return 1; }\n");
  const Result result = workbook_->grader().grade(
      workbook_->problem(),
      {workbook_->root() / "changed.hpp", "changed.hpp", "int answer() { return 0; }\n"}, {});
  EXPECT_EQ(result.verdict, Verdict::accepted);
}

TEST_F(Grading, EmptyFileIsNotSentToTheCompiler) {
  const Json result = grade("// later\n");
  EXPECT_EQ(result["verdict"], "compile_error");
  EXPECT_THAT(result["failure"]["message"].get<std::string>(), HasSubstr("empty"));
}

TEST_F(Grading, CompilerThatDoesNotStartIsOurFault) {
  compile::Toolchain broken = workbook_->grader().toolchain();
  broken.compiler = "/nowhere/g++";
  const Grader grader(broken, workbook::Workbook(workbook_->root()));
  const Result result = grader.grade(workbook_->problem(), grader.stub(workbook_->problem()), {});
  EXPECT_EQ(result.verdict, Verdict::internal_error);
  EXPECT_EQ(testing::result_faults(result), "");
}

TEST_F(Grading, LeavesNothingInTheTemporaryDirectory) {
  const auto count = [] {
    std::size_t found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(workbook_->root() / "tmp")) {
      found += entry.path().empty() ? 0 : 1;
    }
    return found;
  };
  std::filesystem::create_directory(workbook_->root() / "tmp");
  setenv("TMPDIR", (workbook_->root() / "tmp").c_str(), 1);
  grade("int answer() { return 0; }\n");
  unsetenv("TMPDIR");
  EXPECT_EQ(count(), 0U);
}

TEST_F(Grading, PolicyMayForbidCompilerWarnings) {
  workbook::Problem strict = workbook_->problem();
  strict.reject = {WarningKind::compiler_warning};
  testing::put(workbook_->root() / "w.hpp", "int answer() { int unused; return 0; }\n");
  const Result result =
      workbook_->grader().grade(strict, {workbook_->root() / "w.hpp", "w.hpp"}, {});
  EXPECT_EQ(result.verdict, Verdict::compile_error);
}

TEST_F(Grading, PolicyThatIsNotUnderstoodGivesNoVerdict) {
  workbook::Problem problem = workbook_->problem();
  workbook::read_problem_json(R"({"policy": {"reject": ["busy_wiat"]}})", problem);
  const Grader grader = workbook_->grader();
  const Result result = grader.grade(problem, grader.stub(problem), {});
  EXPECT_EQ(result.verdict, Verdict::internal_error);
  EXPECT_THAT(result.failure->message, HasSubstr("problems/pair/problem.json: 'policy'"));
}

// ---- without a compiler ----

const About about{"pair", "pair.hpp", "pair.hpp", 10, {}};

Verdict verdict_of(const run::Ended& ended) {
  const Result result = unreported_result(about, ended, harness_limits(1));
  EXPECT_EQ(testing::result_faults(result), "");
  return result.verdict;
}

TEST(Unreported, VerdictFollowsFromHowItEnded) {
  run::Ended ended;
  EXPECT_EQ(verdict_of(ended), Verdict::crash);
  ended.signal = SIGXCPU;
  EXPECT_EQ(verdict_of(ended), Verdict::time_limit);
  ended = {};
  ended.stopped = run::Stopped::wall_clock;
  EXPECT_EQ(verdict_of(ended), Verdict::time_limit);
  ended.wall_seconds = 65;
  ended.waited_seconds = 30;
  EXPECT_EQ(verdict_of(ended), Verdict::time_limit);
  ended.waited_seconds = 40;
  EXPECT_EQ(verdict_of(ended), Verdict::internal_error) << "others had the processors";
  ended.stopped = run::Stopped::memory;
  EXPECT_EQ(verdict_of(ended), Verdict::memory_limit);
  ended.stopped = run::Stopped::report_flood;
  EXPECT_EQ(verdict_of(ended), Verdict::crash);
  // Whatever a submission writes to stderr, it cannot say that it is the judge's fault.
  ended = {};
  ended.exit_status = 3;
  ended.err = "the judge failed: no memory\n";
  EXPECT_EQ(verdict_of(ended), Verdict::crash);
}

TEST(Parallel, TellsOutcomesInOrderWhateverTheJobs) {
  for (const std::size_t jobs : {1U, 2U, 7U}) {
    std::vector<std::size_t> told;
    in_parallel(
        50, jobs, [](std::size_t) {}, [&](std::size_t i) { told.push_back(i); });
    ASSERT_EQ(told.size(), 50U);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  }
}

TEST(Parallel, FirstExceptionStopsTheRest) {
  std::atomic<int> done{0};
  const auto work = [&](std::size_t i) {
    if (i == 3) throw InternalError("no");
    ++done;
  };
  EXPECT_THROW(in_parallel(1000, 2, work, [](std::size_t) {}), InternalError);
  EXPECT_LT(done, 1000);
}

// In so many rounds every thread comes to tell, not the caller only.
TEST(Parallel, ErrorWhileTellingIsTheCallersToo) {
  for (int round = 0; round < 200; ++round) {
    const auto done = [](std::size_t i) {
      if (i == 3) throw UsageError("the fourth");
    };
    EXPECT_THROW(in_parallel(
                     50, 4, [](std::size_t) { std::this_thread::yield(); }, done),
                 UsageError);
  }
}

TEST(Evidence, AnAcceptanceNeedsAShareOfTheSchedules) {
  Result result;
  result.verdict = Verdict::accepted;
  result.schedules = {10000, 999, 1};
  About many = about;
  many.schedules = 10000;
  run::Ended ended;
  ended.wall_seconds = 60;
  auto other = too_little_evidence(many, result, 10000, ended);
  ASSERT_TRUE(other);
  EXPECT_EQ(other->verdict, Verdict::time_limit);
  EXPECT_EQ(other->schedules.run, 999);
  EXPECT_EQ(testing::result_faults(*other), "");
  ended.waited_seconds = 31;
  EXPECT_EQ(too_little_evidence(many, result, 10000, ended)->verdict, Verdict::internal_error);
  result.schedules.run = 1000;
  EXPECT_FALSE(too_little_evidence(many, result, 10000, ended));
  // More than usual was asked for: the usual evidence is enough.
  many.schedules = 1000000;
  EXPECT_FALSE(too_little_evidence(many, result, 10000, ended));
  result.schedules.run = 1;
  result.verdict = Verdict::deadlock;
  EXPECT_FALSE(too_little_evidence(many, result, 10000, ended));
  result.verdict = Verdict::accepted;
  many.options.replay = "AQ";
  EXPECT_FALSE(too_little_evidence(many, result, 10000, ended));
}

}  // namespace
}  // namespace grader::grading
