// SPDX-License-Identifier: MIT
#include "memory/heap.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "model/atomic.hpp"
#include "model/condition.hpp"
#include "model/mutex.hpp"
#include "model/rwlock.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"
#include "world/world.hpp"

namespace kata::model {

constinit Heap heap;

namespace {

constexpr std::uintptr_t base = 0x1000'0000'0000;
constexpr std::size_t reserved = std::size_t{1} << 32;
// What a schedule is given before freed memory is used again. Of what is free then, the last half
// is left alone while there is any other memory, and after that still a little.
constexpr std::size_t fresh_bytes = std::size_t{32} << 20;
constexpr std::size_t left_alone = std::size_t{1} << 20;
// How much of a large block is filled, so that who uses what was never set is seen to.
constexpr std::size_t filled_of_large = std::size_t{64} << 10;
constexpr std::uint64_t living = 0x6b61'7461'6c69'7665;
constexpr std::uint64_t dead = 0x6b61'7461'6465'6164;
// What a schedule touched beyond this is given back to the system when it ends.
constexpr std::size_t keep_resident = std::size_t{16} << 20;

struct Header {
  std::uint64_t size;
  std::uint64_t state;
};

Header* header_of(const void* memory) {
  return reinterpret_cast<Header*>(reinterpret_cast<std::uintptr_t>(memory) - sizeof(Header));
}

template <class Model>
bool busy(const Model& model);
template <>
bool busy(const Mutex& mutex) {
  return mutex.owner != nullptr || !mutex.waiters.empty();
}
template <>
bool busy(const Condition& condition) {
  return !condition.waiters.empty();
}
template <>
bool busy(const RwLock& lock) {
  return lock.writer != nullptr || !lock.readers.empty();
}

[[noreturn]] void out_of_memory(std::size_t limit) {
  if (world->open_values != OpenValues::none) world->end();
  const std::string most = std::to_string(limit >> 20) + " MB";
  // A program may well need more than we give it.
  if (program_main != nullptr) {
    world->stop(Verdict::internal_error,
                "one schedule needs more than " + most +
                    " of heap at a time, which is more than the judge has room for",
                "That says nothing about whether the program is right.");
  }
  world->stop(Verdict::memory_limit, "one schedule allocated more than " + most);
}

void check_freeable(bool living_block, bool dead_block) {
  if (dead_block) {
    world->stop(Verdict::crash, "the same memory is freed twice",
                "What was deleted is gone: deleting it again is undefined behaviour.");
  }
  if (!living_block) {
    world->stop(Verdict::crash, "memory is freed that was never allocated",
                "Only what new or malloc returned may be deleted or freed.");
  }
}

// What a block takes with its header: whole cells of shadow memory, so that its end is nobody
// else's beginning. One of no bytes has an address of its own, too.
std::size_t bytes_with_header(std::size_t size) {
  return sizeof(Header) + ((std::max<std::size_t>(size, 1) + 15) & ~std::size_t{15});
}

// Freeing memory ends the life of the mutexes in it, most of which have no destructor to tell us.
template <class Model>
void check_destroyed(Models<Model>& models, std::uintptr_t begin, std::size_t size) {
  for (std::uint32_t i = 0; i < models.count(); ++i) {
    Model& model = models[i];
    if (model.address - begin >= size) continue;
    if (!model.destroyed && busy(model)) {
      const trace::ObjectName name = models.name(model);
      world->misuse(name, to_string(name) + " is freed while it is in use",
                    "Memory may be freed only when no thread holds or waits on what lies in it.");
    }
    model.address = 0;
  }
}

// Where a report is to tell what became of memory, that it was freed is a step of the trace.
void show_if_watched(std::uintptr_t address, std::size_t size) {
  World& w = *world;
  if (w.watched_size == 0 || !w.tracing() || w.watched - address >= size) return;
  w.trace.add({.step = w.points(),
               .thread = w.running->id,
               .operation = trace::Operation::free,
               .object = {trace::ObjectKind::shared_data, 0, w.watched},
               .detail = "",
               .stack = {}});
}

// What memory holds that was never written: drawn for each schedule.
int fill() { return world != nullptr && world->running != nullptr ? world->features.fill : 0xCD; }

const PerSchedule reset("heap", [](void*) { heap.reset(); });

}  // namespace

void Heap::open() {
  free_ = new FreeSpace;
  large_ = new LargeBlocks;
  void* wanted = reinterpret_cast<void*>(base);
  void* got = mmap(wanted, reserved, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (got != wanted || !large_->open(base + reserved)) {
    std::fprintf(stderr, "kata: the address range for the heap is taken; cannot run here\n");
    std::abort();
  }
  next_ = kept_end_ = touched_end_ = base;
}

// Where a block of `bytes`, header and all, may begin; 0 if nowhere.
std::uintptr_t Heap::room_for(std::size_t bytes, std::size_t alignment, std::size_t limit) {
  const bool any_place_will_do = alignment == 16;
  if (next_ - kept_end_ > fresh_bytes && any_place_will_do) {
    if (const std::uintptr_t again = free_->take(bytes, fresh_bytes / 2)) return again;
  }
  const std::uintptr_t memory =
      (next_ + sizeof(Header) + alignment - 1) & ~(std::uintptr_t{alignment} - 1);
  const std::uintptr_t begin = memory - sizeof(Header);
  if (begin + bytes <= base + limit) {
    next_ = begin + bytes;
    if (next_ > touched_end_) touched_end_ = next_;
    return begin;
  }
  return any_place_will_do ? free_->take(bytes, left_alone) : 0;
}

void* Heap::allocate(std::size_t size, std::size_t alignment, bool zero) {
  const bool in_schedule = world != nullptr && world->running != nullptr;
  if (in_schedule && size >= LargeBlocks::from_bytes && alignment <= 4096) {
    return allocate_large(size, zero);
  }
  const std::size_t limit = world != nullptr ? world->limits.heap_bytes : reserved;
  const std::uintptr_t known_end = next_;
  const std::size_t bytes = size <= limit ? bytes_with_header(size) : 0;
  const std::uintptr_t begin = bytes != 0 ? room_for(bytes, alignment, limit) : 0;
  if (begin == 0) {
    if (in_schedule) out_of_memory(limit);
    return nullptr;
  }
  // Who used it before did so before it was freed.
  if (begin < known_end) shadow->forget_used(begin, bytes);
  const std::uintptr_t memory = begin + sizeof(Header);
  *header_of(reinterpret_cast<void*>(memory)) = {size, living};
  std::memset(reinterpret_cast<void*>(memory), zero ? 0 : fill(), size);
  return reinterpret_cast<void*>(memory);
}

void* Heap::allocate_large(std::size_t size, bool zero) {
  const std::size_t limit = world->limits.heap_bytes;
  if (program_main != nullptr && size > LargeBlocks::reserved) {
    errno = ENOMEM;
    return nullptr;
  }
  const std::size_t others = next_ - kept_end_ + large_->living_bytes();
  const bool fits = size <= limit && others <= limit - size;
  bool again = false;
  const std::uintptr_t begin = fits ? large_->allocate(size, again) : 0;
  if (begin == 0) out_of_memory(limit);
  if (again) shadow->forget_used(begin, size);
  void* memory = reinterpret_cast<void*>(begin);
  if (!zero) std::memset(memory, fill(), std::min(size, filled_of_large));
  return memory;
}

void Heap::release_large(void* memory, std::uint32_t pc) {
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  const LargeBlocks::Block* block = large_->at(address);
  check_freeable(block != nullptr && !block->freed, block != nullptr && block->freed);
  if (observed != nullptr) {
    shadow->free_used(observed->clock, address, (block->size + 7) & ~std::size_t{7}, pc);
    check_destroyed(mutexes, address, block->size);
    check_destroyed(conditions, address, block->size);
    check_destroyed(rwlocks, address, block->size);
  }
  large_->release(address);
}

void Heap::release(void* memory, std::uint32_t pc) {
  if (large_->contains(reinterpret_cast<std::uintptr_t>(memory))) {
    // Outside of a schedule: those of the last are gone.
    if (world->running != nullptr) release_large(memory, pc);
    return;
  }
  Header* header = header_of(memory);
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  const bool ours = (address & 15) == 0 && address > base && address < next_;
  if (world == nullptr || world->running == nullptr) {
    if (ours && header->state == living) header->state = dead;
    return;
  }
  check_freeable(ours && header->state == living, ours && header->state == dead);
  if (observed != nullptr) {
    show_if_watched(address, header->size);
    freeing_ = true;  // a race ends the schedule, and reset() sets it back
    shadow->free(observed->clock, address, header->size, pc);
    freeing_ = false;
    check_destroyed(mutexes, address, header->size);
    check_destroyed(conditions, address, header->size);
    check_destroyed(rwlocks, address, header->size);
  }
  header->state = dead;
  free_->give(address - sizeof(Header), bytes_with_header(header->size));
}

std::size_t Heap::size_of(const void* memory) const {
  const LargeBlocks::Block* block = large_->at(reinterpret_cast<std::uintptr_t>(memory));
  return block != nullptr ? block->size : header_of(memory)->size;
}

bool Heap::is_taken_away(std::uintptr_t address) const {
  std::uintptr_t begin = 0;
  const LargeBlocks::Block* block = large_->around(address, begin);
  return block != nullptr && block->freed;
}

bool Heap::contains(const void* memory) const {
  return reinterpret_cast<std::uintptr_t>(memory) - base < reserved + LargeBlocks::reserved;
}

bool Heap::block_at(std::uintptr_t address, std::uintptr_t& start, std::size_t& size) const {
  if (const LargeBlocks::Block* block = large_->around(address, start)) {
    size = block->size;
    return address < start + size;
  }
  if (address - base >= next_ - base) return false;
  for (std::uintptr_t at = address & ~std::uintptr_t{15}; at >= base + sizeof(Header); at -= 16) {
    const Header* header = header_of(reinterpret_cast<void*>(at));
    if (header->state != living && header->state != dead) continue;
    start = at;
    size = header->size;
    return address < at + size;
  }
  return false;
}

void Heap::keep() {
  kept_end_ = next_;
  if (kept_end_ == base) return;
  const std::size_t size = kept_end_ - base;
  kept_image_ = static_cast<std::byte*>(
      mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  std::memcpy(kept_image_, reinterpret_cast<void*>(base), size);
}

void Heap::reset() {
  if (kept_image_ != nullptr) {
    std::memcpy(reinterpret_cast<void*>(base), kept_image_, kept_end_ - base);
  }
  if (touched_end_ > kept_end_ + keep_resident) {
    const std::uintptr_t from = (kept_end_ + keep_resident + 4095) & ~std::uintptr_t{4095};
    if (touched_end_ > from) {
      madvise(reinterpret_cast<void*>(from), touched_end_ - from, MADV_DONTNEED);
    }
    touched_end_ = from;
  }
  next_ = kept_end_;
  freeing_ = false;
  free_->clear();
  large_->reset();
}

}  // namespace kata::model
