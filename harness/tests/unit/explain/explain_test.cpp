// SPDX-License-Identifier: MIT
#include "explain/explain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "explain/library_calls.hpp"
#include "schedule.hpp"

namespace kata::tests {
namespace {

using model::ThreadState;
using model::Verdict;
using model::Wait;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using trace::Operation;

TEST(Explain, AThreadsStartIsToldOnce) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("", ThreadState::blocked, 3).thread("", ThreadState::blocked, 4);
  failed.event(1, Operation::mutex_lock, mutex_1, 10).event(2, Operation::mutex_lock, mutex_2, 20);
  failed.waits(1, Wait::mutex, mutex_2, 11, 2).waits(2, Wait::mutex, mutex_1, 21, 1);
  EXPECT_THAT(failed.explanation(),
              HasSubstr("Thread 1 (started at line 3) waits for mutex 2 at answer.hpp:11, which "
                        "thread 2 (started at line 4) holds since answer.hpp:20; thread 2 waits"));
}

TEST(Explain, SaysOnlyThatNoThreadIsInterrupted) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").fails(0, 5, "wrong");
  failed.schedule().preemptions = 0;
  EXPECT_THAT(failed.explanation(), HasSubstr("No thread is interrupted for it"));
  failed.schedule().preemptions = 1;
  EXPECT_THAT(failed.explanation(), Not(HasSubstr("interrupt")));
}

// A line that std::cout prints comes in parts.
TEST(Explain, WhatWasPrintedInsteadOfACallback) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("foo", ThreadState::finished);
  failed.fails(0, 5, "the output is not complete");
  failed.schedule().failure.incomplete = true;
  failed.schedule().failure.expected = "foobar";
  EXPECT_THAT(failed.explanation(), HasSubstr("a callback was never called"));
  failed.event(1, Operation::print, {}, 7, "foo").event(1, Operation::print, {}, 7, "\n");
  EXPECT_THAT(failed.explanation(), HasSubstr("Foo printed \"foo\" itself at answer.hpp:7"));
  const auto steps = explain::steps_of(failed.schedule(), answers_source());
  ASSERT_THAT(steps, SizeIs(1));
  EXPECT_EQ(steps[0].detail, "\"foo\\n\"");
}

TEST(Explain, WhatIsPrintedForDebuggingIsNoOutput) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("foo", ThreadState::finished);
  failed.fails(0, 5, "the output is not complete");
  failed.schedule().failure.incomplete = true;
  failed.schedule().failure.expected = "foobar";
  failed.event(1, Operation::print, {}, 7, "foo waits\n").event(1, Operation::print, {}, 8, "\n");
  EXPECT_THAT(failed.explanation(), Not(HasSubstr("itself")));
  EXPECT_THAT(explain::steps_of(failed.schedule(), answers_source()), SizeIs(2));
}

TEST(Explain, ATimeOutThatWasTakenForAGo) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("waiter").fails(1, 12, "wrong");
  failed.event(1, Operation::condition_wait, condition_1, 11);
  failed.event(1, Operation::condition_time_out, condition_1, 11);
  EXPECT_THAT(failed.explanation(), HasSubstr("The wait of waiter at answer.hpp:11 ended because "
                                              "its time was over"));
  failed.event(1, Operation::condition_wait, condition_1, 11);
  EXPECT_THAT(failed.explanation(), Not(HasSubstr("its time was over")));
}

TEST(Explain, TheWordThatLeftTheExpectedOutput) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("second").fails(1, 7, "the output is wrong from here on");
  failed.schedule().failure.expected = "firstsecond";
  failed.schedule().failure.got = "second";
  failed.event(1, Operation::call_back, {trace::ObjectKind::none, 0, 0x900}, 7, "second");
  EXPECT_THAT(failed.explanation(),
              HasSubstr("Second wrote \"second\" at answer.hpp:7 at the very "
                        "beginning, where it must go on with \"firstsecond\""));
}

TEST(Explain, AThreadThatNothingJoinsIsNamed) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("left behind", ThreadState::runnable).fails(0, 7);
  failed.schedule().failure.incomplete = true;
  failed.schedule().failure.expected = "foobar";
  failed.schedule().failure.got = "foo";
  EXPECT_THAT(failed.explanation(), HasSubstr("the output stops after \"foo\". Left behind has not "
                                              "ended, and nobody waits for it"));
  failed.schedule().outcome.threads[1].state = ThreadState::finished;
  EXPECT_THAT(failed.explanation(), HasSubstr("Every thread has ended, but the output stops"));
}

TEST(Explain, TheHeadlineOfADeadlockListsWhatIsWaitedFor) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("", ThreadState::blocked, 3).thread("done", ThreadState::finished);
  failed.waits(0, Wait::thread_end, {}, 0, 1).waits(1, Wait::mutex, mutex_1, 11);
  failed.fails(0, 0, "no thread can move");
  EXPECT_EQ(explain::headline(failed.schedule()), "no thread can move");
  failed.schedule().failure.of_all_waiting = true;
  EXPECT_EQ(explain::headline(failed.schedule()),
            "no thread can move: main waits for a thread to end, thread 1 waits for a mutex");
}

TEST(Explain, WhatWasMisusedIsFoundByItsNameAndNotByTheMessage) {
  Failed failed(Verdict::undefined_behavior);
  failed.thread("main").thread("taker").thread("other");
  failed.event(1, Operation::mutex_unlock, mutex_1, 5).event(2, Operation::mutex_lock, mutex_2, 6);
  failed.fails(2, 9, "a thread unlocks mutex 1, which nobody holds");
  EXPECT_THAT(failed.explanation(), Not(HasSubstr("operation on it before")));
  failed.schedule().failure.object = mutex_1;
  EXPECT_THAT(
      failed.explanation(),
      HasSubstr("The operation on it before that was the unlock of taker at answer.hpp:5."));
}

TEST(LibraryCalls, AnAcquireIsTheStepAtWhichItTookThePermit) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("taker", ThreadState::finished);
  const auto inside = [](const std::string& function) -> trace::Stack {
    return {address_of({{function, "/usr/include/semaphore", 80},
                        {"std::counting_semaphore<1>::acquire", "/usr/include/semaphore", 70},
                        {"Answer::take", answer, 12}})};
  };
  const trace::ObjectName counter = {trace::ObjectKind::atomic, 1, 0x500};
  failed.event_in(1, Operation::load, counter, inside("std::__atomic_semaphore::_M_acquire"), "1");
  failed.event_in(1, Operation::compare_exchange, counter,
                  inside("std::__atomic_semaphore::_S_do_try_acquire"), "1 to 0");
  const std::vector<explain::Step> steps = explain::steps_of(failed.schedule(), answers_source());
  ASSERT_THAT(steps, SizeIs(1));
  EXPECT_EQ(steps[0].operation, "acquire");
  EXPECT_EQ(steps[0].object.kind, trace::ObjectKind::semaphore);
  EXPECT_EQ(steps[0].detail, "from 1 to 0");
}

}  // namespace
}  // namespace kata::tests
