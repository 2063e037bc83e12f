// SPDX-License-Identifier: MIT
#include "memory/large_blocks.hpp"

#include <sys/mman.h>

namespace kata::model {

namespace {

std::size_t pages_of(std::size_t size) { return (size + 4095) & ~std::size_t{4095}; }

// Nothing is there any more, nor may anything be.
bool take_away(std::uintptr_t begin, std::size_t size, int more = MAP_FIXED) {
  void* wanted = reinterpret_cast<void*>(begin);
  return mmap(wanted, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | more, -1, 0) ==
         wanted;
}

}  // namespace

bool LargeBlocks::open(std::uintptr_t base) {
  base_ = next_ = base;
  return take_away(base, reserved, MAP_FIXED_NOREPLACE);
}

std::uintptr_t LargeBlocks::allocate(std::size_t size, bool& again) {
  const std::size_t bytes = pages_of(size);
  std::uintptr_t begin = next_;
  again = bytes > base_ + reserved - next_;
  if (!again) {
    next_ += bytes;
  } else {
    begin = free_.take(bytes, 0);
    if (begin == 0) return 0;
    // Freed blocks that it lies in are not known by their beginnings any more.
    blocks_.erase(blocks_.lower_bound(begin), blocks_.lower_bound(begin + bytes));
  }
  if (mprotect(reinterpret_cast<void*>(begin), bytes, PROT_READ | PROT_WRITE) != 0) return 0;
  blocks_[begin] = {.size = size};
  living_bytes_ += bytes;
  return begin;
}

void LargeBlocks::release(std::uintptr_t begin) {
  Block& block = blocks_.at(begin);
  block.freed = true;
  const std::size_t bytes = pages_of(block.size);
  living_bytes_ -= bytes;
  take_away(begin, bytes);
  free_.give(begin, bytes);
}

const LargeBlocks::Block* LargeBlocks::at(std::uintptr_t address) const {
  const auto found = blocks_.find(address);
  return found == blocks_.end() ? nullptr : &found->second;
}

const LargeBlocks::Block* LargeBlocks::around(std::uintptr_t address, std::uintptr_t& begin) const {
  auto after = blocks_.upper_bound(address);
  if (after == blocks_.begin()) return nullptr;
  --after;
  begin = after->first;
  return address - begin < pages_of(after->second.size) ? &after->second : nullptr;
}

void LargeBlocks::reset() {
  if (next_ == base_) return;
  take_away(base_, next_ - base_);
  next_ = base_;
  living_bytes_ = 0;
  blocks_.clear();
  free_.clear();
}

}  // namespace kata::model
