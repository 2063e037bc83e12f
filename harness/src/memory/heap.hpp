// SPDX-License-Identifier: MIT
// The heap of a schedule. Memory is handed out in ascending order, filled with a pattern, and given
// back as a whole when the schedule ends: the same addresses every time, and no leak from a
// schedule that was abandoned. What is freed is used again only when very much was handed out, and
// the oldest first, so that a stray pointer is found.
#pragma once

#include <cstddef>
#include <cstdint>

#include "memory/free_space.hpp"
#include "memory/large_blocks.hpp"

namespace kata::model {

class Heap {
 public:
  /// Reserves the address range. Aborts the process with a message if it is taken.
  void open();

  /// `size` bytes at a multiple of `alignment` (a power of two, at least 16). Filled with
  /// Features::fill, or with 0 if `zero`; behind the first pages of a large block is 0 anyway.
  /// Stops the schedule past the limit; null outside of one, and where a program asks for more than
  /// any machine has.
  void* allocate(std::size_t size, std::size_t alignment, bool zero);
  /// Gives back what allocate returned. Stops the schedule if it was given back before, or was
  /// never handed out. `pc` is the place of the call.
  void release(void* memory, std::uint32_t pc);
  /// The size that was asked for.
  std::size_t size_of(const void* memory) const;

  bool contains(const void* memory) const;
  /// The block around `address`: its start and size. False if there is none.
  bool block_at(std::uintptr_t address, std::uintptr_t& start, std::size_t& size) const;
  /// Whether `address` lies in a large block that was freed, where no page is any more.
  bool is_taken_away(std::uintptr_t address) const;

  /// Whether what is being noted in the shadow memory is that a block is given back.
  bool is_freeing() const { return freeing_; }

  /// What was allocated until now belongs to static objects: every schedule starts with it.
  void keep();
  /// Back to what keep() kept.
  void reset();

 private:
  std::uintptr_t room_for(std::size_t bytes, std::size_t alignment, std::size_t limit);
  void* allocate_large(std::size_t size, bool zero);
  void release_large(void* memory, std::uint32_t pc);
  std::uintptr_t next_ = 0;
  std::uintptr_t kept_end_ = 0;
  std::uintptr_t touched_end_ = 0;
  std::byte* kept_image_ = nullptr;
  bool freeing_ = false;
  // Made by open(): this is asked for memory before any constructor of the library has run.
  FreeSpace* free_ = nullptr;
  LargeBlocks* large_ = nullptr;
};

extern Heap heap;

}  // namespace kata::model
