// SPDX-License-Identifier: MIT
#include "memory/free_space.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace kata::model {
namespace {

TEST(FreeSpace, HasNothingAtFirst) {
  FreeSpace space;
  EXPECT_EQ(space.take(16, 0), 0U);
}

TEST(FreeSpace, GivesTheOldestFirst) {
  FreeSpace space;
  for (const std::uintptr_t begin : {5000U, 1000U, 3000U}) space.give(begin, 64);
  EXPECT_EQ(space.take(64, 0), 5000U);
  EXPECT_EQ(space.take(64, 0), 1000U);
  EXPECT_EQ(space.take(64, 0), 3000U);
  EXPECT_EQ(space.take(64, 0), 0U);
}

TEST(FreeSpace, LeavesTheLastAlone) {
  FreeSpace space;
  for (std::uintptr_t begin = 1000; begin < 1500; begin += 100) space.give(begin, 16);
  EXPECT_EQ(space.take(16, 64), 1000U) << "four of them stay, 64 bytes";
  EXPECT_EQ(space.take(16, 64), 0U);
  EXPECT_EQ(space.take(16, 49), 0U) << "three are too few";
  EXPECT_EQ(space.take(16, 48), 1100U);
}

TEST(FreeSpace, PutsNeighboursTogether) {
  FreeSpace space;
  space.give(1032, 16);
  space.give(1000, 16);
  EXPECT_EQ(space.take(48, 0), 0U);
  space.give(1016, 16);
  EXPECT_EQ(space.take(48, 0), 1000U);
}

TEST(FreeSpace, KeepsWhatIsLeftOfAPiece) {
  FreeSpace space;
  space.give(1000, 64);
  EXPECT_EQ(space.take(16, 0), 1000U);
  EXPECT_EQ(space.take(48, 0), 1016U);
  EXPECT_EQ(space.take(16, 0), 0U);
}

TEST(FreeSpace, ForgetsEverything) {
  FreeSpace space;
  space.give(1000, 64);
  EXPECT_EQ(space.take(16, 0), 1000U);
  space.give(2000, 64);
  space.clear();
  EXPECT_EQ(space.take(16, 0), 0U);
}

// Against a table of who has which byte.
TEST(FreeSpace, NeverGivesWhatIsInUse) {
  constexpr std::size_t units = 512;
  constexpr std::uintptr_t base = 4096;
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    FreeSpace space;
    std::vector<bool> used(units, true);
    struct Block {
      std::size_t at, size;
    };
    std::vector<Block> blocks;
    for (std::size_t at = 0; at < units;) {
      const std::size_t size = std::min<std::size_t>(1 + random() % 20, units - at);
      blocks.push_back({at, size});
      at += size;
    }
    for (int step = 0; step < 2000; ++step) {
      if (random() % 2 == 0 && !blocks.empty()) {
        const std::size_t which = random() % blocks.size();
        const Block block = blocks[which];
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(which));
        space.give(base + block.at * 16, block.size * 16);
        std::fill_n(used.begin() + static_cast<std::ptrdiff_t>(block.at), block.size, false);
        continue;
      }
      const std::size_t size = 1 + random() % 20;
      const std::uintptr_t begin = space.take(size * 16, random() % 3 * 200);
      if (begin == 0) continue;
      const std::size_t at = (begin - base) / 16;
      ASSERT_LE(at + size, units);
      for (std::size_t i = at; i < at + size; ++i) {
        ASSERT_FALSE(used[i]);
        used[i] = true;
      }
      blocks.push_back({at, size});
    }
    // All that is left fits into one.
    for (const Block& block : blocks) space.give(base + block.at * 16, block.size * 16);
    EXPECT_EQ(space.take(units * 16, 0), base);
  }
}

}  // namespace
}  // namespace kata::model
