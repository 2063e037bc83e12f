// SPDX-License-Identifier: MIT
#include "explain/explain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "explain/library_calls.hpp"
#include "schedule.hpp"

namespace kata::tests {
namespace {

using model::Verdict;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using trace::Operation;

TEST(Explain, AThreadsStartIsToldOnce) {
  Failed failed(Verdict::deadlock);
  failed.thread("main").thread("", "blocked", 3).thread("", "blocked", 4);
  failed.event(1, Operation::mutex_lock, mutex_1, 10).event(2, Operation::mutex_lock, mutex_2, 20);
  failed.waits(1, "a mutex", mutex_2, 11, 2).waits(2, "a mutex", mutex_1, 21, 1);
  EXPECT_THAT(failed.explanation(),
              HasSubstr("Thread 1 (started at line 3) waits for mutex 2 at answer.hpp:11, which "
                        "thread 2 (started at line 4) holds since answer.hpp:20; thread 2 waits"));
}

TEST(Explain, PreemptionsAreCountedUpToNine) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").fails(0, 5, "wrong");
  failed.schedule().preemptions = 0;
  EXPECT_THAT(failed.explanation(), HasSubstr("No thread is interrupted for it"));
  failed.schedule().preemptions = 1;
  EXPECT_THAT(failed.explanation(), HasSubstr("It takes one interruption of"));
  failed.schedule().preemptions = 9;
  EXPECT_THAT(failed.explanation(), HasSubstr("It takes 9 interruptions of"));
  failed.schedule().preemptions = 10;
  EXPECT_THAT(failed.explanation(), Not(HasSubstr("interruption")));
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
  failed.event(1, Operation::call_back, {nullptr, 0, 0x900}, 7, "second");
  EXPECT_THAT(failed.explanation(),
              HasSubstr("Second wrote \"second\" at answer.hpp:7 at the very "
                        "beginning, where it must go on with \"firstsecond\""));
}

TEST(Explain, AThreadThatNothingJoinsIsNamed) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("left behind", "runnable").fails(0, 7);
  failed.schedule().failure.message = "every call has returned, but the output is not complete";
  failed.schedule().failure.expected = "foobar";
  failed.schedule().failure.got = "foo";
  EXPECT_THAT(failed.explanation(), HasSubstr("the output stops after \"foo\". Left behind has not "
                                              "ended, and nobody waits for it"));
  failed.schedule().outcome.threads[1].state = "finished";
  EXPECT_THAT(failed.explanation(), HasSubstr("Every thread has ended, but the output stops"));
}

TEST(LibraryCalls, AnAcquireIsTheStepAtWhichItTookThePermit) {
  Failed failed(Verdict::wrong_answer);
  failed.thread("main").thread("taker", "finished");
  const auto inside = [](const std::string& function) -> trace::Stack {
    return {address_of({{function, "/usr/include/semaphore", 80},
                        {"std::counting_semaphore<1>::acquire", "/usr/include/semaphore", 70},
                        {"Answer::take", answer, 12}})};
  };
  const trace::ObjectName counter = {"atomic", 1, 0x500};
  failed.event_in(1, Operation::load, counter, inside("std::__atomic_semaphore::_M_acquire"), "1");
  failed.event_in(1, Operation::compare_exchange, counter,
                  inside("std::__atomic_semaphore::_S_do_try_acquire"), "1 to 0");
  const std::vector<explain::Step> steps = explain::steps_of(failed.schedule(), answers_source());
  ASSERT_THAT(steps, SizeIs(1));
  EXPECT_EQ(steps[0].operation, "acquire");
  EXPECT_STREQ(steps[0].object.kind, "semaphore");
  EXPECT_EQ(steps[0].detail, "from 1 to 0");
}

}  // namespace
}  // namespace kata::tests
