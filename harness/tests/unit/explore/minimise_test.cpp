// SPDX-License-Identifier: MIT
#include "explore/minimise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace kata::explore {
namespace {

using Choices = std::vector<std::uint32_t>;
using model::Verdict;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::uint32_t answer(const Choices& choices, std::size_t question) {
  return question < choices.size() ? choices[question] : 0;
}

// What a program of `questions` questions comes to, of which each that is not answered 0 is a
// preemption; `judge` gives the verdict.
template <class Judge>
explore::Run program(std::size_t questions, Judge judge) {
  return [questions, judge](const Choices& choices) {
    Attempt made;
    for (std::size_t i = 0; i < questions; ++i) made.choices.push_back(answer(choices, i));
    made.preemptions = static_cast<std::uint32_t>(
        questions - static_cast<std::size_t>(
                        std::count(made.choices.begin(), made.choices.end(), std::uint32_t{0})));
    made.points = static_cast<std::uint32_t>(questions);
    made.verdict = judge(made.choices);
    return made;
  };
}

std::optional<Verdict> fails_if(bool bad, Verdict verdict = Verdict::deadlock) {
  return bad ? std::optional(verdict) : std::nullopt;
}

TEST(Minimise, KeepsOnlyTheChoicesThatTheFailureNeeds) {
  const explore::Run run =
      program(10, [](const Choices& c) { return fails_if(c[2] == 1 && c[7] == 3); });
  EXPECT_THAT(minimise(Choices{1, 2, 1, 4, 1, 1, 1, 3, 1, 2}, Verdict::deadlock, run),
              ElementsAre(0, 0, 1, 0, 0, 0, 0, 3, 0, 0));
}

TEST(Minimise, LeavesOutChoicesOfAScheduleThatCanBeShorter) {
  // As many questions as choices, and it fails wherever a 5 is followed by a 6.
  const explore::Run run = [](const Choices& choices) {
    Attempt made;
    made.choices = choices;
    made.points = static_cast<std::uint32_t>(choices.size());
    const Choices bad = {5, 6};
    const auto found = std::search(choices.begin(), choices.end(), bad.begin(), bad.end());
    made.verdict = fails_if(found != choices.end());
    return made;
  };
  EXPECT_THAT(minimise(Choices{0, 1, 2, 0, 5, 6, 0, 9, 0, 0, 0}, Verdict::deadlock, run),
              ElementsAre(5, 6));
}

TEST(Minimise, CountsPreemptionsBeforeEverythingElse) {
  // Only the first answer is a preemption; without it, the failure takes two unusual choices more.
  const explore::Run run = [](const Choices& choices) {
    Attempt made;
    for (std::size_t i = 0; i < 4; ++i) made.choices.push_back(answer(choices, i));
    made.preemptions = made.choices[0] != 0 ? 1 : 0;
    const bool by_preemption = made.choices[0] == 1 && made.choices[3] == 1;
    const bool without = made.choices[0] == 0 && made.choices[1] == 1 && made.choices[2] == 1 &&
                         made.choices[3] == 1;
    made.verdict = fails_if(by_preemption || without);
    return made;
  };
  EXPECT_THAT(minimise(Choices{1, 1, 1, 1}, Verdict::deadlock, run), ElementsAre(0, 1, 1, 1));
}

TEST(Minimise, DoesNotTakeASimplerScheduleWithAnotherVerdict) {
  const explore::Run run = program(4, [](const Choices& c) -> std::optional<Verdict> {
    if (c[0] == 1 && c[3] == 1) return Verdict::deadlock;
    return Verdict::wrong_answer;  // all others, the plainest as well
  });
  EXPECT_THAT(minimise(Choices{1, 1, 1, 1}, Verdict::deadlock, run), ElementsAre(1, 0, 0, 1));
}

TEST(Minimise, ReturnsWhatItWasGivenIfThatDoesNotFailAgain) {
  const explore::Run run = program(3, [](const Choices&) { return fails_if(false); });
  EXPECT_THAT(minimise(Choices{1, 2, 3}, Verdict::deadlock, run), ElementsAre(1, 2, 3));
}

TEST(Minimise, RunsNothingAfterAnAttemptThatMayNotRunAgain) {
  int runs = 0;
  const explore::Run run = [&runs](const Choices& choices) {
    ++runs;
    return Attempt{.verdict = Verdict::crash,
                   .may_run_again = std::count(choices.begin(), choices.end(), 0U) == 0,
                   .choices = choices};
  };
  minimise(Choices(50, 1), Verdict::crash, run);
  EXPECT_EQ(runs, 2);  // as it is, and the first simpler one
}

TEST(Minimise, GivesUpAfterSoManySchedules) {
  int runs = 0;
  // Each answer matters: nothing can be made simpler.
  const explore::Run run = [&runs](const Choices& choices) {
    ++runs;
    const bool all =
        choices.size() == 9'000 && std::find(choices.begin(), choices.end(), 0U) == choices.end();
    return Attempt{.verdict = fails_if(all), .choices = choices};
  };
  EXPECT_EQ(minimise(Choices(9'000, 1), Verdict::deadlock, run).size(), 9'000U);
  EXPECT_EQ(runs, 4'000);
}

TEST(Minimise, GivesUpAfterSoManyPoints) {
  int runs = 0;
  const explore::Run run = [&runs](const Choices& choices) {
    ++runs;
    return Attempt{
        .verdict = fails_if(choices == Choices(100, 1)), .choices = choices, .points = 300'000};
  };
  minimise(Choices(100, 1), Verdict::deadlock, run);
  EXPECT_EQ(runs, 4);
}

TEST(Minimise, AnEmptyScheduleIsAsSimpleAsItGets) {
  const explore::Run run = [](const Choices& choices) {
    return Attempt{.verdict = Verdict::deadlock, .choices = choices};
  };
  EXPECT_THAT(minimise(Choices{}, Verdict::deadlock, run), IsEmpty());
}

TEST(MayRunAgain, NotAfterASignalNorAtALimit) {
  model::Failure failure;
  failure.verdict = Verdict::crash;
  EXPECT_TRUE(may_run_again(failure));
  failure.from_signal = true;
  EXPECT_FALSE(may_run_again(failure));
  failure.from_signal = false;
  failure.verdict = Verdict::time_limit;
  EXPECT_FALSE(may_run_again(failure));
  failure.verdict = Verdict::memory_limit;
  EXPECT_FALSE(may_run_again(failure));
}

}  // namespace
}  // namespace kata::explore
