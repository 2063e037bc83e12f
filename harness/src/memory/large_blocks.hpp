// SPDX-License-Identifier: MIT
// Blocks of a megabyte and more, which programs get with pages of their own: nothing is spent on
// what they do not touch, freed pages go back to the system at once, and whoever uses those after
// that faults.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

#include "memory/free_space.hpp"

namespace kata::model {

class LargeBlocks {
 public:
  static constexpr std::size_t from_bytes = std::size_t{1} << 20;
  static constexpr std::size_t reserved = std::size_t{1} << 35;

  struct Block {
    std::size_t size = 0;  ///< as asked for
    bool freed = false;
  };

  /// Reserves the addresses from `base` on. False if they are taken.
  bool open(std::uintptr_t base);

  /// `size` bytes that hold zeros, page-aligned; 0 if there is no room. `again`: they were somebody
  /// else's in this schedule.
  std::uintptr_t allocate(std::size_t size, bool& again);
  /// Takes the pages away.
  void release(std::uintptr_t begin);
  /// The block that begins at `address`, living or freed and not handed out again; null if none.
  const Block* at(std::uintptr_t address) const;
  /// The one that `address` lies in.
  const Block* around(std::uintptr_t address, std::uintptr_t& begin) const;
  bool contains(std::uintptr_t address) const { return address - base_ < reserved; }
  std::size_t living_bytes() const { return living_bytes_; }
  void reset();

 private:
  std::uintptr_t base_ = 0;
  std::uintptr_t next_ = 0;
  std::size_t living_bytes_ = 0;
  std::map<std::uintptr_t, Block> blocks_;
  FreeSpace free_;
};

}  // namespace kata::model
