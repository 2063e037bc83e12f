// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schedule.hpp"

namespace kata::tests {
namespace {

using detect::Access;
using model::Verdict;
using ::testing::HasSubstr;
using ::testing::Not;
using trace::Operation;

constexpr trace::ObjectName data = {trace::ObjectKind::shared_data, 0, 0x800};

// Thread 1 writes at line 5, thread 2 reads at line 9.
Failed race(Access first = Access::write, Access second = Access::read) {
  Failed failed(Verdict::data_race);
  failed.thread("main").thread("writer").thread("reader");
  failed.fails(2, 9);
  detect::Race& race = failed.schedule().failure.race.emplace();
  race.address = data.address;
  race.size = 4;
  race.first = 1U << detect::epoch_clock_bits | 1U;
  race.first_access = first;
  race.second_access = second;
  return failed;
}

TEST(ExplainRace, NamesBothLinesAndTheVariable) {
  Failed failed = race();
  failed.event(1, Operation::write, data, 5);
  set_variable(data.address, "count");
  EXPECT_THAT(failed.explanation(), HasSubstr("Writer writes 'count' at answer.hpp:5 that reader "
                                              "reads at answer.hpp:9, and nothing orders the two"));
  EXPECT_THAT(failed.explanation(), HasSubstr("Neither of them holds a lock at these lines."));
}

TEST(ExplainRace, TheAccessIsTheRacingOneAndNotALaterOneToItsNeighbour) {
  Failed failed = race();
  const trace::ObjectName neighbour = {trace::ObjectKind::shared_data, 0, data.address + 4};
  failed.event(1, Operation::write, data, 5).event(1, Operation::write, neighbour, 6);
  EXPECT_THAT(failed.explanation(), HasSubstr("at answer.hpp:6 that"));  // where no code is known
  explore::FailedSchedule& schedule = failed.schedule();
  schedule.failure.race->first_pc = schedule.events.front().stack.front();
  EXPECT_THAT(failed.explanation(), HasSubstr("at answer.hpp:5 that"));
}

TEST(ExplainRace, AReadOfTheFirstThreadIsNotItsWrite) {
  Failed failed = race();
  failed.event(1, Operation::write, data, 5).event(1, Operation::read, data, 6);
  EXPECT_THAT(failed.explanation(), HasSubstr("at answer.hpp:5 that"));
}

TEST(ExplainRace, TwoLocksProtectNothing) {
  Failed failed = race();
  failed.event(1, Operation::mutex_lock, mutex_1, 4).event(1, Operation::write, data, 5);
  failed.event(2, Operation::mutex_lock, mutex_2, 8);
  EXPECT_THAT(failed.explanation(),
              HasSubstr("At these lines writer holds mutex 1 (locked at line 4) and reader holds "
                        "mutex 2 (locked at line 8). A lock protects only if both take the same "
                        "one."));
}

TEST(ExplainRace, ALockThatWasReleasedIsNotHeld) {
  Failed failed = race();
  failed.event(1, Operation::mutex_lock, mutex_1, 4).event(1, Operation::write, data, 5);
  failed.event(1, Operation::mutex_unlock, mutex_1, 6);
  failed.event(2, Operation::mutex_lock, mutex_1, 7).event(2, Operation::mutex_unlock, mutex_1, 8);
  EXPECT_THAT(failed.explanation(),
              HasSubstr("writer holds mutex 1 (locked at line 4) and reader holds no lock."));
}

TEST(ExplainRace, SharedLocksDoNotKeepWritersApart) {
  Failed failed = race();
  failed.event(1, Operation::rwlock_lock_shared, shared_mutex_1, 4);
  failed.event(1, Operation::write, data, 5);
  failed.event(2, Operation::rwlock_lock_shared, shared_mutex_1, 8);
  EXPECT_THAT(failed.explanation(), HasSubstr("Both hold shared mutex 1, but shared"));
}

TEST(ExplainRace, ATryLockLeavesOpenWhatIsHeld) {
  Failed failed = race();
  failed.event(1, Operation::mutex_try_lock, mutex_1, 4).event(1, Operation::write, data, 5);
  const std::string text = failed.explanation();
  EXPECT_THAT(text, Not(HasSubstr("At these lines")));
  EXPECT_THAT(text, Not(HasSubstr("at these lines")));
}

TEST(ExplainRace, AnAtomicBesideAPlainAccessIsSaid) {
  Failed failed = race(Access::write, Access::atomic_read);
  EXPECT_THAT(failed.explanation(),
              HasSubstr("One of the accesses is atomic and the other is not"));
  EXPECT_THAT(race().explanation(), Not(HasSubstr("One of the accesses is atomic")));
}

TEST(ExplainRace, AVectorThatGrewGaveItsMemoryBack) {
  Failed failed = race(Access::free, Access::read);
  failed.event_in(1, Operation::free, {trace::ObjectKind::shared_data, 0, data.address},
                  {address_of({{"std::vector<int>::_M_realloc_insert", "/usr/v", 1},
                               {"Answer::add", answer, 5}})});
  EXPECT_THAT(failed.explanation(),
              HasSubstr("Reader reads at answer.hpp:9 what writer freed at answer.hpp:5, where a "
                        "std::vector grew and moved to another place."));
}

}  // namespace
}  // namespace kata::tests
