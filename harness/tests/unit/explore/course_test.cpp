// SPDX-License-Identifier: MIT
#include "explore/course.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "explore/late.hpp"

namespace kata::explore {
namespace {

// Runs that go as listed, the last one from then on; "" has no failure, "late" no time.
struct Runs {
  std::vector<Course> courses;
  std::size_t made = 0;
  std::optional<Course> operator()() {
    const Course course = courses[std::min(made++, courses.size() - 1)];
    return course.failure == "late" ? std::nullopt : std::optional(course);
  }
};

SecondRun compared(Runs& runs) {
  return compare(Course{.questions = 1, .failure = ""}, [&runs] { return runs(); });
}

TEST(RunAgain, PowersOfTwoEarlyAndEvery500thLater) {
  std::vector<std::uint64_t> early;
  for (std::uint64_t i = 1; i < 1'000; ++i) {
    if (is_run_again(i)) early.push_back(i);
  }
  EXPECT_EQ(early, (std::vector<std::uint64_t>{1, 2, 4, 8, 16, 32, 64, 128, 256, 500}));
  EXPECT_TRUE(is_run_again(10'000));
  EXPECT_FALSE(is_run_again(4'096));
}

TEST(RunAgain, TheSameWayIsComparedOnce) {
  Runs runs{{Course{.questions = 1, .failure = ""}}};
  EXPECT_EQ(compared(runs).again, Again::same);
  EXPECT_EQ(runs.made, 1U);
}

TEST(RunAgain, AnotherWayAndThenAlwaysThatIsRemembering) {
  Runs runs{{Course{.questions = 2, .failure = ""}}};
  EXPECT_EQ(compared(runs).again, Again::remembers);
  EXPECT_EQ(runs.made, 17U);
}

TEST(RunAgain, TwoLaterRunsThatPartDiffer) {
  Runs runs{{Course{.questions = 2, .failure = ""}, Course{.questions = 2, .failure = ""},
             Course{.questions = 1, .failure = ""}}};
  EXPECT_EQ(compared(runs).again, Again::differs);
  EXPECT_EQ(runs.made, 3U);
}

TEST(RunAgain, AFailureOfAnAcceptedScheduleIsADifference) {
  Runs runs{{Course{.questions = 1, .failure = "crash: x"}}};
  const SecondRun second = compared(runs);
  EXPECT_EQ(second.again, Again::differs);
  EXPECT_EQ(second.failure, "crash: x");
}

TEST(RunAgain, WithoutTimeNothingIsKnown) {
  Runs at_once{{Course{.failure = "late"}}};
  EXPECT_EQ(compared(at_once).again, Again::unknown);
  Runs later{{Course{.questions = 2, .failure = ""}, Course{.failure = "late"}}};
  EXPECT_EQ(compared(later).again, Again::unknown);
}

TEST(HasNoEnd, OnlyIfItTookLongAndTheOthersDidNot) {
  EXPECT_TRUE(has_no_end(3.0, 100, 1.0));
  EXPECT_FALSE(has_no_end(2.4, 100, 0.1));  // not long
  EXPECT_FALSE(has_no_end(3.0, 10, 1.0));   // the others took 0.1 s each
  EXPECT_TRUE(has_no_end(10.0, 10, 1.0));
}

}  // namespace
}  // namespace kata::explore
