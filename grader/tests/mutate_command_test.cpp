// SPDX-License-Identifier: MIT
// Counting and explaining mutants, and kata mutate from outside on a tiny kata.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mutate/table.hpp"
#include "support.hpp"

namespace grader::mutate {
namespace {

using ::testing::HasSubstr;
using testing::KataRun;
using ::testing::Not;
using ::testing::SizeIs;

const std::string good_entry =
    R"({"answer": "a", "operator": "drop_join", "from": "x;", "to": "", "is": "equivalent", "why": "w"})";

TEST(Ledger, EntriesAreReadAndFaultsAreNamed) {
  const Ledger good = read_ledger("{\"mutants\": [" + good_entry + "]}");
  EXPECT_THAT(good.faults, SizeIs(0));
  ASSERT_THAT(good.entries, SizeIs(1));
  EXPECT_EQ(good.entries[0].nth, 1U);
  EXPECT_FALSE(good.entries[0].missed);
  for (const char* bad :
       {"", "[]", "{}", R"({"mutants": [1]})", R"({"mutants": [{}]})",
        R"({"mutants": [{"answer": "a", "operator": "o", "is": "fine", "why": "w"}]})",
        R"({"mutants": [{"answer": "a", "operator": "o", "is": "missed", "why": " "}]})",
        R"({"mutants": [{"answer": "a", "operator": "o", "is": "missed", "wy": "w"}]})",
        R"({"mutants": [{"answer": 1}]})"}) {
    EXPECT_THAT(read_ledger(bad).faults, SizeIs(1)) << bad;
  }
}

Judged judged(Verdict verdict, std::size_t nth = 1) {
  Judged one;
  one.answer = "a";
  one.mutant.operation = "drop_join";
  one.mutant.from = "x;";
  one.mutant.nth = nth;
  one.verdict = verdict;
  return one;
}

TEST(Outcome, EveryMutantHasOneFate) {
  Ledger ledger = read_ledger("{\"mutants\": [" + good_entry + "]}");
  ledger.entries.push_back(ledger.entries[0]);
  ledger.entries[1].nth = 2;
  ledger.entries[1].missed = true;
  const Outcome outcome =
      judge_outcome("k",
                    {judged(Verdict::compile_error, 5), judged(Verdict::deadlock, 6),
                     judged(Verdict::accepted, 1), judged(Verdict::accepted, 2),
                     judged(Verdict::accepted, 3), judged(Verdict::internal_error, 4)},
                    ledger, {"a"});
  EXPECT_THAT(outcome.fates,
              ::testing::ElementsAre(Fate::not_compiled, Fate::killed, Fate::equivalent,
                                     Fate::missed, Fate::survived, Fate::not_judged));
  EXPECT_EQ(outcome.all.made, 6U);
  EXPECT_EQ(outcome.all.compiled(), 5U);
  // One of three: what is known to be missed is still missed.
  EXPECT_NEAR(outcome.all.score(), 33.3, 0.1);
  EXPECT_THAT(outcome.stale, SizeIs(0));
}

TEST(Outcome, EntryThatMatchesNothingIsStale) {
  const Ledger ledger = read_ledger("{\"mutants\": [" + good_entry + "]}");
  // It is known, but rejected by now.
  EXPECT_THAT(judge_outcome("k", {judged(Verdict::deadlock)}, ledger, {"a"}).stale, SizeIs(1));
  EXPECT_THAT(judge_outcome("k", {}, ledger, {"another"}).stale, SizeIs(0));
  EXPECT_THAT(render(judge_outcome("k", {}, ledger, {"a"})),
              HasSubstr("solutions/k/mutants.json has an entry that no surviving mutant matches"));
}

class MutateCommand : public ::testing::Test {
 protected:
  KataRun kata(const std::vector<std::string>& arguments) {
    return testing::kata(arguments, small_.root() / "build/toolchain.json");
  }
  void accepted(const std::string& name, const std::string& text) {
    testing::put(small_.root() / "solutions/pair/accepted" / (name + ".hpp"), text);
  }
  void ledger(const std::string& text) {
    testing::put(small_.root() / "solutions/pair/mutants.json", text);
  }
  testing::SmallWorkbook small_;
};

TEST_F(MutateCommand, SurvivorsAreShownUntilTheyAreExplained) {
  accepted("zero", "int answer() {\n  volatile int unused = 1;\n  return 0;\n}\n");
  const KataRun first = kata({"mutate", "pair"});
  EXPECT_EQ(first.status, 1) << first.out << first.err;
  EXPECT_THAT(first.out, HasSubstr("solutions/pair/accepted/zero.hpp:2  shift_constant  accepted"));
  EXPECT_THAT(first.out, HasSubstr("      - volatile int unused = 1;\n"
                                   "      + volatile int unused = 2;\n"));
  EXPECT_THAT(first.out, HasSubstr("killed as wrong_answer 1"));

  std::string entries;
  for (const char* to : {"2", "0"}) {
    entries += std::string(entries.empty() ? "" : ",") +
               R"({"answer": "zero", "operator": "shift_constant", "is": "equivalent",
                   "from": "volatile int unused = 1;", "to": "volatile int unused = )" +
               to + R"(;", "why": "nobody reads it"})";
  }
  ledger("{\"mutants\": [" + entries + "]}");
  const KataRun known = kata({"mutate", "--all", "--json", "-"});
  const Json report = parse_json(known.out);
  const Json& counts = report["katas"][0];
  EXPECT_EQ(counts["equivalent"], 2);
  EXPECT_EQ(counts["survived"], known.status) << known.out;
  EXPECT_GE(counts["killed"], 1);

  ledger("{\"mutants\": [" + entries + "," + good_entry + "]}");
  EXPECT_THAT(kata({"check", "pair"}).out,
              HasSubstr("solutions/pair/mutants.json is about accepted/a, which is not"));
  ledger("{}");
  EXPECT_EQ(kata({"mutate", "pair"}).status, 2);
}

TEST_F(MutateCommand, WrongAnswerIsNotMutated) {
  accepted("one", "int answer() { return 1; }\n");
  const KataRun run = kata({"mutate", "pair"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("one.hpp is itself wrong_answer"));
}

TEST_F(MutateCommand, OnlyOneAnswerIfAsked) {
  accepted("one", "int answer() { return 0; }\n");
  accepted("two", "int answer() { return 0 * 1; }\n");
  EXPECT_THAT(kata({"mutate", "pair", "--only", "one"}).out, Not(HasSubstr("two.hpp")));
  EXPECT_EQ(kata({"mutate", "pair", "--only", "one"}).status, 0);
  EXPECT_THAT(kata({"mutate", "pair", "--only", "two.hpp"}).out, HasSubstr("two.hpp:1"));
  const KataRun none = kata({"mutate", "pair", "--only", "three"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("no accepted answer of these katas is called 'three'"));
}

}  // namespace
}  // namespace grader::mutate
