// SPDX-License-Identifier: MIT
#include "findings/warnings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace kata::findings {
namespace {

using model::Outcome;
using oracle::Mark;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Remark together = {"serialized", "two never eat at once"};
constexpr Remark hasty = {"eager", "one does not wait for the other"};
constexpr Remark misspelt = {"egaer", "no such kind"};

std::vector<std::string> words(const Warnings& warnings) {
  std::vector<std::string> all;
  for (const Warning& one : warnings.list()) all.emplace_back(one.kind->word);
  return all;
}

Outcome spins(std::uint16_t thread) {
  Outcome outcome;
  outcome.notice(model::warnings::busy_wait, thread, {});
  return outcome;
}

Outcome times_out() {
  Outcome outcome;
  outcome.timeout_poll = true;
  return outcome;
}

TEST(Warnings, AKindIsShownByTheFirstScheduleThatDoes) {
  Warnings warnings;
  const std::vector<Warnings::Shown> first = warnings.add(spins(3), {});
  ASSERT_THAT(first, SizeIs(1));
  EXPECT_EQ(first[0].kind, &model::warnings::busy_wait);
  EXPECT_EQ(first[0].thread, 3);
  EXPECT_THAT(warnings.add(spins(4), {}), IsEmpty());
  ASSERT_THAT(warnings.list(), SizeIs(1));
  EXPECT_THAT(warnings.list()[0].message, HasSubstr("(seen in 2 schedules)"));
}

TEST(Warnings, APlaceIsThatOfTheFirstSchedule) {
  Warnings warnings;
  Outcome outcome;
  outcome.notice(model::warnings::sleep_as_synchronization, 1, {10, 20});
  warnings.add(outcome, {});
  outcome.notice(model::warnings::sleep_as_synchronization, 1, {30});
  warnings.add(outcome, {});
  ASSERT_THAT(warnings.list(), SizeIs(1));
  EXPECT_THAT(warnings.list()[0].at, ElementsAre(10, 20));
}

TEST(Warnings, WaitsThatTimeOutArePollingOnceThereAreEnough) {
  Warnings warnings;
  for (int i = 0; i < 19; ++i) warnings.add(times_out(), {});
  EXPECT_THAT(words(warnings), IsEmpty());
  warnings.add(times_out(), {});
  EXPECT_THAT(words(warnings), ElementsAre("sleep_as_synchronization"));
}

TEST(Warnings, AWaitThatWasEndedOnceSilencesThem) {
  Warnings warnings;
  for (int i = 0; i < 30; ++i) warnings.add(times_out(), {});
  Outcome met;
  met.timed_wait_met = true;
  warnings.add(met, {});
  EXPECT_THAT(words(warnings), IsEmpty());
}

TEST(Warnings, AGoalThatIsReachedOnceSilencesItsWarning) {
  Warnings never;
  Warnings once;
  for (std::uint64_t i = 0; i < Schedule::enough_chances; ++i) {
    EXPECT_THAT(never.add({}, {{Mark::Means::chance, &together, 0}}), IsEmpty());
    once.add({}, {{Mark::Means::chance, &together, 0}});
  }
  once.add({}, {{Mark::Means::reached, &together, 0}});
  EXPECT_THAT(words(never), ElementsAre("serialized"));
  EXPECT_THAT(words(once), IsEmpty());
}

TEST(Warnings, TooFewChancesAreNoWarning) {
  Warnings warnings;
  for (std::uint64_t i = 1; i < Schedule::enough_chances; ++i) {
    warnings.add({}, {{Mark::Means::chance, &together, 0}});
  }
  EXPECT_THAT(words(warnings), IsEmpty());
}

TEST(Warnings, AFlawIsOneWheneverItIsSeen) {
  Warnings warnings;
  const auto shown = warnings.add({}, {{Mark::Means::flaw, &hasty, 2}});
  EXPECT_THAT(shown, ElementsAre(Field(&Warnings::Shown::thread, 2)));
  EXPECT_THAT(warnings.list(),
              ElementsAre(Field(&Warning::message,
                                "one does not wait for the other (seen in 1 schedule)")));
}

TEST(Warnings, AHarnessMayOnlyRemarkWhatIsInTheList) {
  Warnings warnings;
  EXPECT_THROW(warnings.add({}, {{Mark::Means::chance, &misspelt, 0}}), std::logic_error);
  constexpr Remark engines = {"busy_wait", "the engine finds that"};
  EXPECT_THROW(warnings.add({}, {{Mark::Means::flaw, &engines, 0}}), std::logic_error);
}

TEST(PolicyFailure, HasTheVerdictAndTheWordsOfItsKind) {
  const model::Failure spin = policy_failure(model::warnings::busy_wait, "seen", 2);
  EXPECT_EQ(spin.verdict, model::Verdict::livelock);
  EXPECT_EQ(spin.thread, 2);
  EXPECT_EQ(spin.message, model::warnings::busy_wait.forbidden);
  const model::Failure eager = policy_failure(model::warnings::eager, "seen");
  EXPECT_EQ(eager.verdict, model::Verdict::wrong_answer);
  EXPECT_EQ(eager.message, "seen");
  EXPECT_EQ(eager.rule, "Elsewhere this is the warning eager. This kata does not allow it.");
}

}  // namespace
}  // namespace kata::findings
