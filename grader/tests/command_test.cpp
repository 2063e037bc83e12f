// SPDX-License-Identifier: MIT
// The program `kata` from outside: exit statuses, what goes to stdout and what to stderr.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <sstream>

#include "base/verdict.hpp"
#include "options/command_line.hpp"
#include "support.hpp"

namespace grader::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::KataRun;
using ::testing::Not;

class Kata : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    small_ = new testing::SmallWorkbook;
    testing::put(root() / "right.hpp", "int answer() { return 0; }\n");
    testing::put(root() / "wrong.hpp", "int answer() { return 1; }\n");
  }
  static void TearDownTestSuite() { delete small_; }
  static std::filesystem::path root() { return small_->root(); }
  static KataRun kata(const std::vector<std::string>& arguments) {
    return testing::kata(arguments, root() / "build/toolchain.json");
  }
  static std::string file(const std::string& name) { return (root() / name).string(); }

  static testing::SmallWorkbook* small_;
};
testing::SmallWorkbook* Kata::small_ = nullptr;

TEST_F(Kata, ExitsWith0WhenAccepted) {
  const KataRun run = kata({"grade", "pair", "--submission", file("right.hpp")});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("✓ pair  accepted"));
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Kata, ExitsWith1WhenRejectedAndShowsHowToReplay) {
  const KataRun run = kata({"grade", "pair", "--submission", file("wrong.hpp")});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("✗ pair  wrong_answer"));
  EXPECT_THAT(run.out, HasSubstr("replay pair:AA --submission " + file("wrong.hpp")));
  EXPECT_THAT(run.out, Not(HasSubstr("\033")));
}

TEST_F(Kata, ExitsWith2WhenUsedWrongly) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"gradee"},
                                             {"grade"},
                                             {"grade", "piar"},
                                             {"grade", "pair", "--all"},
                                             {"grade", "pair", "--bogus"},
                                             {"grade", "pair", "--schedules", "0"},
                                             {"grade", "pair", "--schedules", "-1"},
                                             {"grade", "pair", "--seed", "x"},
                                             {"grade", "pair", "--strategy", "luck"},
                                             {"grade", "pair", "--submission", "/nowhere/a.hpp"},
                                             {"grade", "--all", "--submission", "a.hpp"},
                                             {"grade", "pair", "pair", "--submission", "a.hpp"},
                                             {"grade", "pair", "--json", "/nowhere/report.json"},
                                             {"replay", "pair"},
                                             {"replay", "pair:"},
                                             {"replay", "pair:a b"},
                                             {"replay", "nowhere:AA"},
                                             {"compare", "nowhere"},
                                             {"check", "nowhere"},
                                             {"list", "--write", "--markdown"},
                                             {"new"},
                                             {"new", "pair"},
                                             {"new", "No"},
                                             {"mutate"},
                                             {"mutate", "pair"},
                                             {"mutate", "pair", "--all"}}) {
    const KataRun run = kata(arguments);
    EXPECT_EQ(run.status, 2) << ::testing::PrintToString(arguments) << run.out;
    EXPECT_THAT(run.err, HasSubstr("kata: ")) << ::testing::PrintToString(arguments);
  }
}

TEST_F(Kata, ExitsWith3WhenItCannotJudge) {
  EXPECT_EQ(testing::kata({"list"}, root() / "no.json").status, 3);
  Json toolchain = parse_json(*read_file(root() / "build/toolchain.json"));
  toolchain["compiler"] = "/nowhere/g++";
  testing::put(root() / "broken.json", dump(toolchain));
  const KataRun run = testing::kata({"grade", "--all"}, root() / "broken.json");
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.out, HasSubstr("internal_error"));
}

TEST_F(Kata, MisspeltSlugIsAnsweredWithTheRightOne) {
  EXPECT_THAT(kata({"grade", "piar"}).err, HasSubstr("Did you mean pair?"));
  EXPECT_THAT(kata({"garde", "pair"}).err, HasSubstr("Did you mean grade?"));
}

TEST_F(Kata, JsonOnStdoutIsAlone) {
  for (const char* name : {"right.hpp", "wrong.hpp"}) {
    const KataRun run = kata({"grade", "pair", "--submission", file(name), "--json", "-"});
    const Json report = parse_json(run.out);
    EXPECT_EQ(testing::schema_faults(report), "") << run.out;
    EXPECT_EQ(report["schema"], "kata/report/1");
    EXPECT_EQ(report["results"].size(), 1U);
  }
}

TEST_F(Kata, JsonInAFileComesBesideTheText) {
  const KataRun run =
      kata({"grade", "pair", "--submission", file("right.hpp"), "--json", file("report.json")});
  EXPECT_THAT(run.out, HasSubstr("accepted"));
  EXPECT_EQ(testing::schema_faults(parse_json(*read_file(root() / "report.json"))), "");
}

TEST_F(Kata, FileNamedLikeAKataNeedsNoSlug) {
  testing::put(root() / "in/pair.hpp", "int answer() { return 0; }\n");
  EXPECT_EQ(kata({"grade", file("in/pair.hpp")}).status, 0);
  EXPECT_EQ(kata({"grade", file("problems/pair")}).status, 1);
  EXPECT_EQ(kata({"grade", file("right.hpp")}).status, 2);
}

TEST_F(Kata, BatchGoesOnAfterABadSubmission) {
  // A problem whose stub is a pipe, before one that is in order.
  const auto bad = root() / "problems/bad";
  std::filesystem::copy(root() / "problems/pair", bad);
  std::filesystem::remove(bad / "pair.hpp");
  ASSERT_EQ(mkfifo((bad / "bad.hpp").c_str(), 0600), 0);
  const KataRun run = kata({"grade", "--all"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("✗ bad  compile_error"));
  EXPECT_THAT(run.out, HasSubstr("✗ pair  wrong_answer"));
  EXPECT_THAT(run.out, HasSubstr("0 accepted, 2 rejected"));
  std::filesystem::remove_all(bad);
}

TEST_F(Kata, FileWithAnOddNameIsGradedLikeAnyOther) {
  testing::put(root() / "it's\nmy own.hpp", "int answer() { return 0; }\n");
  EXPECT_EQ(kata({"grade", "pair", "--submission", file("it's\nmy own.hpp")}).status, 0);
}

TEST_F(Kata, CheckTakesItsExpectationsFromTheNames) {
  const auto solutions = root() / "solutions/pair";
  testing::put(solutions / "README.md", "text");
  for (int i = 0; i < 3; ++i) {
    testing::put(solutions / "accepted" / (std::to_string(i) + ".hpp"),
                 "int answer() { return 0; }\n");
  }
  for (int i = 0; i < 5; ++i) {
    testing::put(solutions / "rejected" / ("wrong_answer-" + std::to_string(i) + ".hpp"),
                 "int answer() { return 1; }\n");
  }
  const KataRun good = kata({"check", "--seeds", "2"});
  EXPECT_EQ(good.status, 0) << good.out;
  EXPECT_THAT(good.out, HasSubstr("9 as filed, 0 not\n"));
  EXPECT_THAT(good.out, HasSubstr("accepted, 2 seeds, 2 schedules"));
  EXPECT_THAT(good.out, HasSubstr("Hardest to reject"));
  testing::put(solutions / "rejected/deadlock-not_really.hpp", "int answer() { return 1; }\n");
  const KataRun bad = kata({"check", "pair"});
  EXPECT_EQ(bad.status, 1);
  EXPECT_THAT(bad.out,
              HasSubstr("deadlock-not_really  is wrong_answer, must be deadlock (seed 1)"));
  EXPECT_THAT(kata({"check", "pair", "--seeds", "3", "--seed", "7"}).out,
              HasSubstr("must be deadlock (seed 7)"));
  const KataRun compared = kata({"compare", "pair"});
  EXPECT_THAT(compared.out, HasSubstr("your answer"));
  testing::put(solutions / "accepted/0.hpp", "// Poor.\nint answer() { return 2; }\n");
  testing::put(solutions / "accepted/1.hpp", "// warns: serialized\nint answer() { return 0; }\n");
  testing::put(solutions / "accepted/2.hpp", "// warns: serialized\nint answer() { return 2; }\n");
  const KataRun warned = kata({"check", "pair"});
  EXPECT_THAT(warned.out, HasSubstr("accepted/0  is accepted (serialized), must be accepted "
                                    "without warnings (seed 1)"));
  EXPECT_THAT(warned.out, HasSubstr("accepted/1  is accepted without warnings, must be accepted "
                                    "(serialized) (seed 1)"));
  EXPECT_THAT(warned.out, HasSubstr("accepted/2  accepted, 1 seed"));
  testing::put(solutions / "accepted/2.hpp", "// warns: serialised\nint answer() { return 2; }\n");
  EXPECT_THAT(kata({"check", "pair"}).out,
              HasSubstr("solutions/pair/accepted/2.hpp promises what it cannot: 'serialised' is no "
                        "warning. Did you mean serialized? There are: busy_wait, "));
  std::filesystem::remove_all(root() / "solutions");
  EXPECT_EQ(kata({"check"}).status, 0);
}

// The launcher shows these texts where there is no program yet.
TEST_F(Kata, HelpOfEveryCommandIsTheFiledTextAndHasAnExample) {
  const std::filesystem::path texts = std::filesystem::path(GRADER_DIR) / "help";
  const std::string commands = kata({"help"}).out;
  std::size_t count = 0;
  std::istringstream lines(commands.substr(commands.find("Subcommands:")));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ") || line[2] == ' ') continue;
    ++count;
    const std::string command = line.substr(2, line.find(' ', 2) - 2);
    const KataRun run = kata({command, "--help"});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.out, HasSubstr("Example: kata " + command));
    EXPECT_THAT(run.out, HasSubstr("Exit status: 0"));
    EXPECT_EQ(kata({"help", command}).out, run.out);
    testing::expect_golden(texts / (command + ".txt"), run.out);
  }
  EXPECT_GT(count, 15U);
  testing::expect_golden(texts / "kata.txt", commands);
}

TEST(ExitStatus, WorstOfABatch) {
  EXPECT_EQ(worst(ExitStatus::rejected, exit_status_of(Verdict::internal_error)),
            ExitStatus::could_not_judge);
  EXPECT_EQ(worst(ExitStatus::accepted, exit_status_of(Verdict::deadlock)), ExitStatus::rejected);
}

}  // namespace
}  // namespace grader::cli
