// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schedule.hpp"

namespace kata::tests {
namespace {

using model::ThreadState;
using model::Verdict;
using model::Wait;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using trace::Operation;

TEST(ExplainDeadlock, ACircleOfLocksIsNamedWithItsLines) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("left").thread("right");
  failed.event(1, Operation::mutex_lock, mutex_1, 10).event(2, Operation::mutex_lock, mutex_2, 20);
  failed.waits(0, Wait::thread_end, {}, 0, 1);
  failed.waits(1, Wait::mutex, mutex_2, 11, 2).waits(2, Wait::mutex, mutex_1, 21, 1);
  const std::string text = failed.explanation();
  EXPECT_THAT(text, StartsWith("Left waits for mutex 2 at answer.hpp:11, which right holds since "
                               "answer.hpp:20; right waits for mutex 1 at answer.hpp:21, which "
                               "left holds since answer.hpp:10."));
  EXPECT_THAT(text, HasSubstr("this circle never opens"));
  EXPECT_THAT(text, Not(HasSubstr("main")));
}

TEST(ExplainDeadlock, AHolderThatHasEndedNeverUnlocked) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("left", ThreadState::finished).thread("right");
  failed.event(1, Operation::mutex_lock, mutex_1, 10);
  failed.waits(2, Wait::mutex, mutex_1, 21, 1);
  const std::string text = failed.explanation();
  EXPECT_THAT(text, HasSubstr("which left locked at answer.hpp:10 and never unlocked: left has "
                              "ended"));
  EXPECT_THAT(text, HasSubstr("std::lock_guard"));
}

// A waiter that decides to wait at its lock, and waits at the condition variable later.
Failed notified(bool before_the_lock, const char* detail = "nobody was waiting") {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("waiter").thread("notifier", ThreadState::finished);
  if (before_the_lock) {
    failed.event(2, Operation::condition_notify_one, condition_1, 30, detail);
    failed.event(1, Operation::mutex_lock, mutex_1, 10);
  } else {
    failed.event(1, Operation::mutex_lock, mutex_1, 10);
    failed.event(2, Operation::condition_notify_one, condition_1, 30, detail);
  }
  failed.event(1, Operation::condition_wait, condition_1, 11);
  failed.waits(1, Wait::condition_variable, condition_1, 11);
  return failed;
}

TEST(ExplainDeadlock, ANotificationBetweenLastStepAndWaitIsALostWakeup) {
  const std::string text = notified(false).explanation();
  EXPECT_THAT(text, HasSubstr("notify_one of notifier at answer.hpp:30 reached nobody"));
  EXPECT_THAT(text, HasSubstr("This is a lost wakeup."));
}

TEST(ExplainDeadlock, ANotificationBeforeTheLastStepOnlyCameTooEarly) {
  const std::string text = notified(true).explanation();
  EXPECT_THAT(text, HasSubstr("the wait of waiter at answer.hpp:11 began afterwards"));
  EXPECT_THAT(text, Not(HasSubstr("lost wakeup")));
}

TEST(ExplainDeadlock, NoNotificationIsOnlySaidOfAWholeTrace) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("waiter");
  failed.event(1, Operation::condition_wait, condition_1, 11);
  failed.waits(1, Wait::condition_variable, condition_1, 11);
  EXPECT_THAT(failed.explanation(),
              HasSubstr("Nobody notifies condition variable 1 in this schedule."));
  failed.schedule().is_whole = false;
  EXPECT_THAT(failed.explanation(), Not(HasSubstr("Nobody notifies")));
}

TEST(ExplainDeadlock, ANotifyAllAfterTheWaitIsNotBlamed) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("waiter").thread("notifier", ThreadState::finished);
  failed.event(1, Operation::condition_wait, condition_1, 11);
  failed.event(2, Operation::condition_notify_all, condition_1, 30);
  failed.waits(1, Wait::condition_variable, condition_1, 11);
  EXPECT_THAT(failed.explanation(), Not(HasSubstr("notify_all of")));
}

// Two wait, a notify_one wakes the first; it looks in vain and waits again.
Failed woke_the_wrong_one() {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("first").thread("second").thread("notifier", ThreadState::finished);
  failed.event(1, Operation::condition_wait, condition_1, 11);
  failed.event(2, Operation::condition_wait, condition_1, 21);
  failed.event(3, Operation::condition_notify_one, condition_1, 30);
  failed.event(1, Operation::mutex_lock, mutex_1, 11);
  failed.event(1, Operation::condition_wait, condition_1, 11);
  failed.waits(1, Wait::condition_variable, condition_1, 11);
  failed.waits(2, Wait::condition_variable, condition_1, 21);
  return failed;
}

TEST(ExplainDeadlock, TheThreadThatANotificationPassedOverIsTheOneThatWouldGoOn) {
  Failed failed = woke_the_wrong_one();
  failed.schedule().woken = {{.thread = 1, .goes_on = false, .waits_again = true},
                             {.thread = 2, .goes_on = true, .waits_again = false}};
  const std::string text = failed.explanation();
  EXPECT_THAT(text, HasSubstr("If second were woken now, it would go on: only a notification is "
                              "missing."));
  EXPECT_THAT(text, HasSubstr("The notify_one of notifier at answer.hpp:30 woke first, which could "
                              "not go on and waits again, in the place of second."));
}

TEST(ExplainDeadlock, NoThreadWasPassedOverIfNoneWouldGoOn) {
  Failed failed = woke_the_wrong_one();
  failed.schedule().woken = {{.thread = 1, .goes_on = false, .waits_again = true},
                             {.thread = 2, .goes_on = false, .waits_again = true}};
  const std::string text = failed.explanation();
  EXPECT_THAT(text, HasSubstr("No notification would help: each would look and wait again"));
  EXPECT_THAT(text, Not(HasSubstr("in the place of")));
}

TEST(ExplainDeadlock, WhatCannotBeSaidIsNotSaid) {
  Failed failed = woke_the_wrong_one();
  failed.schedule().woken = {{.thread = 1, .goes_on = false, .waits_again = true},
                             {.thread = 2, .goes_on = false, .waits_again = false}};
  const std::string text = failed.explanation();
  EXPECT_THAT(text, Not(HasSubstr("No notification would help")));
  EXPECT_THAT(text, Not(HasSubstr("would go on")));
  EXPECT_THAT(text, Not(HasSubstr("in the place of")));
}

TEST(ExplainDeadlock, ASemaphoreOfTheLibraryIsNamedAsOne) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("taker");
  failed.waits(1, Wait::atomic_change, {}, 0);
  failed.schedule().outcome.waiting[0].stack = {
      address_of({{"std::__atomic_semaphore::_M_acquire", "/usr/include/semaphore", 80},
                  {"Answer::take", answer, 12}})};
  failed.fails(1, 12, "no thread can move");
  failed.schedule().failure.of_all_waiting = true;
  EXPECT_THAT(failed.explanation(),
              StartsWith("Taker waits for a permit of a semaphore at answer.hpp:12."));
  EXPECT_THAT(failed.explanation(), HasSubstr("should have released a permit"));
  EXPECT_EQ(explain::headline(failed.schedule()),
            "no thread can move: taker waits for a permit of a semaphore");
}

}  // namespace
}  // namespace kata::tests
