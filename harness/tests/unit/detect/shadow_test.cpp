// SPDX-License-Identifier: MIT
#include "detect/shadow.hpp"

#include <gtest/gtest.h>

namespace kata::detect {
namespace {

// What the callbacks heard.
std::vector<Race> races;
struct Dead {
  std::uintptr_t address;
  Pc freed_at;
  Epoch freed;
};
std::vector<Dead> dead;

// Two threads (and more) that nothing orders, and a stretch of memory.
class ShadowTest : public testing::Test {
 protected:
  ShadowTest() {
    races.clear();
    dead.clear();
    for (std::uint16_t i = 0; i < 20; ++i) threads_[i].start(i);
  }

  ThreadClock& thread(int id) { return threads_[id]; }
  // What `from` did so far happens before what `to` does from now on.
  void order(int from, int to) {
    VectorClock object;
    thread(from).release(object);
    thread(to).acquire(object);
  }
  void read(int id, std::uintptr_t at, std::size_t size, Pc pc = 1) {
    shadow_.access(thread(id), at, size, pc, false);
  }
  void write(int id, std::uintptr_t at, std::size_t size, Pc pc = 2) {
    shadow_.access(thread(id), at, size, pc, true);
  }
  void atomic(int id, std::uintptr_t at, std::size_t size, Access as, Pc pc = 3) {
    shadow_.atomic(thread(id), at, size, as, pc);
  }
  // How many races were heard of since the last call.
  std::size_t heard() { return std::exchange(races, {}).size(); }

  static constexpr std::uintptr_t base = 0x10000000;
  Shadow shadow_{[](const Race& race) { races.push_back(race); },
                 [](std::uintptr_t address, Pc freed_at, Epoch freed) {
                   dead.push_back({address, freed_at, freed});
                 },
                 [](std::uintptr_t) {}};
  ThreadClock threads_[20];
};

TEST_F(ShadowTest, WriteAfterWrite) {
  write(1, base, 4, 11);
  write(2, base, 4, 22);
  ASSERT_EQ(races.size(), 1U);
  const Race& race = races[0];
  EXPECT_EQ(race.address, base);
  EXPECT_EQ(race.size, 4U);
  EXPECT_EQ(thread_of(race.first), 1U);
  EXPECT_EQ(race.first_pc, 11U);
  EXPECT_EQ(race.second_pc, 22U);
  EXPECT_EQ(race.first_access, Access::write);
  EXPECT_EQ(race.second_access, Access::write);
}

TEST_F(ShadowTest, ReadAfterWrite) {
  write(1, base, 8);
  read(2, base, 8);
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(races[0].first_access, Access::write);
  EXPECT_EQ(races[0].second_access, Access::read);
}

TEST_F(ShadowTest, WriteAfterRead) {
  read(1, base, 1);
  write(2, base, 1);
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(races[0].first_access, Access::read);
  EXPECT_EQ(races[0].second_access, Access::write);
  EXPECT_EQ(thread_of(races[0].first), 1U);
}

TEST_F(ShadowTest, ReadsAreNoRace) {
  for (int id = 0; id < 20; ++id) read(id, base, 8);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, OrderedAccessesAreNoRace) {
  write(1, base, 4);
  order(1, 2);
  read(2, base, 4);
  write(2, base, 4);
  order(2, 1);
  write(1, base, 4);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, OrderIsOneWay) {
  write(1, base, 4);
  order(1, 2);
  write(1, base, 4);  // after what it released
  read(2, base, 4);
  EXPECT_EQ(heard(), 1U);
}

TEST_F(ShadowTest, SameThreadNeverRaces) {
  write(1, base, 4);
  read(1, base, 8);
  write(1, base + 2, 1);
  order(1, 2);
  write(1, base, 8);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, NeighbouringBytesAreNoRace) {
  for (int i = 0; i < 8; ++i) write(i, base + i, 1);
  write(1, base + 8, 4);
  write(2, base + 12, 4);
  write(3, base + 16, 2);
  write(4, base + 18, 2);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, OverlapOfOneByteIsARace) {
  write(1, base, 4);
  write(2, base + 3, 1);
  EXPECT_EQ(heard(), 1U);
  write(3, base + 3, 2);
  EXPECT_GE(heard(), 1U);
}

TEST_F(ShadowTest, SmallIntoLargeAndLargeOverSmall) {
  write(1, base + 5, 1);
  read(2, base, 8);
  EXPECT_EQ(heard(), 1U);
  write(3, base + 16, 8);
  read(4, base + 20, 2);
  EXPECT_GE(heard(), 1U);
}

TEST_F(ShadowTest, AccessAcrossWords) {
  write(1, base + 6, 4);
  EXPECT_EQ(heard(), 0U);
  read(2, base + 8, 1);
  EXPECT_EQ(heard(), 1U);
  read(2, base + 10, 1);
  EXPECT_EQ(heard(), 0U);
  write(3, base + 100, 64);
  write(4, base + 163, 1);
  EXPECT_EQ(heard(), 1U);
  write(4, base + 164, 1);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, ASplitCellKeepsEachBytesHistory) {
  write(1, base, 4);
  write(2, base + 4, 4);  // splits the cell
  order(1, 3);
  read(3, base, 4);
  EXPECT_EQ(heard(), 0U) << "thread 3 knows of thread 1";
  read(3, base + 4, 1);
  EXPECT_EQ(heard(), 1U) << "but not of thread 2";
}

TEST_F(ShadowTest, ARaceInASplitCellIsAboutAllBytesOfItsObject) {
  write(1, base, 1);      // a bool beside an int that does not lie on a half
  write(1, base + 3, 4);  // such as a packed one
  write(2, base + 3, 4);
  ASSERT_GE(races.size(), 1U);
  EXPECT_EQ(races[0].address, base + 3);
  EXPECT_EQ(races[0].size, 4U);
}

TEST_F(ShadowTest, ARaceInASplitCellLeavesOutWhatOthersUsed) {
  write(1, base, 1);
  write(1, base + 1, 2);
  write(1, base + 3, 1, 77);
  write(2, base + 1, 4);
  ASSERT_GE(races.size(), 1U);
  EXPECT_EQ(races[0].address, base + 1);
  EXPECT_EQ(races[0].size, 2U);
}

TEST_F(ShadowTest, ASplitCellKeepsItsReaders) {
  read(1, base, 8);
  read(2, base, 8);
  read(3, base + 1, 1);  // splits a cell that two threads read
  order(1, 4);
  order(3, 4);
  write(4, base, 1);
  ASSERT_EQ(races.size(), 1U) << "thread 2 read it";
  EXPECT_EQ(thread_of(races[0].first), 2U);
  heard();
  order(2, 4);
  write(4, base, 8);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, EveryReaderMustBeOrderedBeforeTheWriter) {
  for (int id = 0; id < 19; ++id) read(id, base, 4);
  for (int id = 0; id < 18; ++id) order(id, 19);
  write(19, base, 4);
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(thread_of(races[0].first), 18U);
  EXPECT_EQ(races[0].first_access, Access::read);
}

TEST_F(ShadowTest, AllReadersOrderedIsNoRace) {
  for (int id = 0; id < 19; ++id) read(id, base, 4);
  for (int id = 0; id < 19; ++id) order(id, 19);
  write(19, base, 4);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, AtomicsDoNotRaceWithEachOther) {
  atomic(1, base, 4, Access::atomic_write);
  atomic(2, base, 4, Access::atomic_write);
  atomic(3, base, 4, Access::atomic_read);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, PlainReadOfAnAtomicallyWritten) {
  atomic(1, base, 4, Access::atomic_write, 7);
  read(2, base, 4, 8);
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(races[0].first_access, Access::atomic_write);
  EXPECT_EQ(races[0].second_access, Access::read);
  EXPECT_EQ(races[0].first_pc, 7U);
}

TEST_F(ShadowTest, PlainWriteOfAnAtomicallyRead) {
  atomic(1, base, 4, Access::atomic_read);
  write(2, base, 4);
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(races[0].first_access, Access::atomic_read);
}

TEST_F(ShadowTest, PlainAndAtomicReadsAreNoRace) {
  atomic(1, base, 4, Access::atomic_read);
  read(2, base, 4);
  atomic(3, base, 4, Access::atomic_read);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, AtomicAfterPlain) {
  write(1, base, 4);
  atomic(2, base, 4, Access::atomic_read);
  EXPECT_EQ(heard(), 1U);
  read(3, base + 8, 4);
  atomic(4, base + 8, 4, Access::atomic_write);
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(races[0].first_access, Access::read);
  EXPECT_EQ(races[0].second_access, Access::atomic_write);
}

TEST_F(ShadowTest, AtomicConstructedBeforeItIsShared) {
  write(1, base, 4);  // the constructor's plain store
  order(1, 2);
  atomic(2, base, 4, Access::atomic_write);
  atomic(1, base, 4, Access::atomic_write);
  EXPECT_EQ(heard(), 0U);
}

TEST_F(ShadowTest, AtomicBesideAPlainNeighbour) {
  atomic(1, base, 1, Access::atomic_write);
  write(2, base + 1, 1);
  write(3, base + 4, 4);
  atomic(4, base + 2, 2, Access::atomic_write);
  EXPECT_EQ(heard(), 0U);
  write(5, base + 2, 1);
  EXPECT_EQ(heard(), 1U);
}

TEST_F(ShadowTest, SixteenByteAtomicCoversItsSecondWord) {
  atomic(1, base, 16, Access::atomic_write);
  write(2, base, 8);
  EXPECT_EQ(heard(), 1U);
  atomic(1, base + 32, 16, Access::atomic_write);
  write(2, base + 40, 8);
  EXPECT_EQ(heard(), 1U);
  write(3, base + 72, 8);
  atomic(4, base + 64, 16, Access::atomic_read);
  EXPECT_EQ(heard(), 1U);
}

TEST_F(ShadowTest, AtomicObjectsAreFoundAgain) {
  AtomicHistory& first = shadow_.atomic(thread(1), base, 4, Access::atomic_write, 1);
  first.released.set(1, 5);
  AtomicHistory& neighbour = shadow_.atomic(thread(1), base + 4, 4, Access::atomic_write, 1);
  EXPECT_NE(&first, &neighbour);
  AtomicHistory& again = shadow_.atomic(thread(2), base, 4, Access::atomic_read, 1);
  EXPECT_EQ(again.released.get(1), 5U);
  EXPECT_EQ(again.number, first.number);
  EXPECT_NE(again.number, neighbour.number);
}

TEST_F(ShadowTest, FreeCountsAsAWrite) {
  write(1, base + 8, 4);
  shadow_.free(thread(2), base, 32, 9);
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(races[0].second_access, Access::free);
  EXPECT_EQ(races[0].second_pc, 9U);
  heard();
  read(3, base + 64, 1);
  shadow_.free(thread(4), base + 64, 8, 9);
  EXPECT_EQ(heard(), 1U) << "a reader too";
  atomic(5, base + 96, 4, Access::atomic_write);
  shadow_.free(thread(6), base + 96, 16, 9);
  EXPECT_EQ(heard(), 1U) << "and an atomic access";
}

TEST_F(ShadowTest, FreeOfASplitCell) {
  write(1, base, 1);
  write(1, base + 4, 4);
  order(1, 2);
  shadow_.free(thread(2), base, 8, 9);
  EXPECT_EQ(heard(), 0U);
  write(3, base + 16, 1);
  write(4, base + 17, 1);
  order(3, 2);
  shadow_.free(thread(2), base + 16, 8, 9);
  EXPECT_EQ(heard(), 1U);
}

TEST_F(ShadowTest, UseAfterFreeIsDeadIfOrdered) {
  shadow_.free(thread(1), base, 16, 9);
  order(1, 2);
  read(2, base + 12, 1);
  EXPECT_EQ(heard(), 0U);
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_EQ(dead[0].freed_at, 9U);
  EXPECT_EQ(thread_of(dead[0].freed), 1U);
  atomic(2, base, 4, Access::atomic_read);
  EXPECT_EQ(dead.size(), 2U);
}

TEST_F(ShadowTest, UseAfterFreeIsARaceIfNot) {
  shadow_.free(thread(1), base, 16, 9);
  write(2, base, 4);
  EXPECT_TRUE(dead.empty());
  ASSERT_EQ(races.size(), 1U);
  EXPECT_EQ(races[0].first_access, Access::free);
}

TEST_F(ShadowTest, ForgetMakesMemoryNew) {
  write(1, base, 8);
  shadow_.free(thread(1), base + 8, 8, 9);
  shadow_.forget(base, 16);
  write(2, base, 8);
  write(3, base + 8, 8);
  EXPECT_EQ(heard(), 0U);
  EXPECT_TRUE(dead.empty());
}

TEST_F(ShadowTest, ForgetOfWhatWasNeverSeenIsNothing) {
  shadow_.forget(0x7f0000000000, 1 << 20);
  write(1, base, 4);
  write(2, base, 4);
  EXPECT_EQ(heard(), 1U);
}

TEST_F(ShadowTest, ResetForgetsEverything) {
  write(1, base, 4);
  write(2, base + 100, 1);
  write(3, base + 101, 1);
  atomic(4, base + 200, 8, Access::atomic_write);
  shadow_.free(thread(5), base + 300, 8, 9);
  heard();
  shadow_.reset();
  for (const std::uintptr_t offset : {0U, 100U, 200U, 300U}) write(7, base + offset, 4);
  EXPECT_EQ(heard(), 0U);
  EXPECT_TRUE(dead.empty());
  write(8, base, 4);
  EXPECT_EQ(heard(), 1U) << "and goes on as before";
}

TEST_F(ShadowTest, ManySchedulesAreIndependent) {
  for (int schedule = 0; schedule < 2'000; ++schedule) {
    shadow_.reset();
    write(schedule % 19, base, 4);
    order(schedule % 19, 19);
    read(19, base, 4);
    read(19, base + 1, 1);
    ASSERT_EQ(heard(), 0U) << schedule;
  }
}

TEST_F(ShadowTest, FarApartAddressesDoNotMix) {
  for (const std::uintptr_t at : {0x1000UL, 0x100000000000UL, 0x7fff00000000UL}) {
    write(1, at, 4);
    write(2, at + 4, 4);
  }
  EXPECT_EQ(heard(), 0U);
  write(3, 0x100000000000UL, 1);
  EXPECT_GE(heard(), 1U);
}

}  // namespace
}  // namespace kata::detect
