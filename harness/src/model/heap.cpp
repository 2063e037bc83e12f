// SPDX-License-Identifier: MIT
#include "model/heap.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "model/atomic.hpp"
#include "model/condition.hpp"
#include "model/mutex.hpp"
#include "model/rwlock.hpp"
#include "model/world.hpp"

namespace kata::model {

Heap heap;

namespace {

constexpr std::uintptr_t base = 0x1000'0000'0000;
constexpr std::size_t reserved = std::size_t{1} << 32;
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

// Freeing memory ends the life of the mutexes in it, most of which have no destructor to tell us.
template <class Model>
void check_destroyed(Models<Model>& models, std::uintptr_t begin, std::size_t size) {
  for (std::uint32_t i = 0; i < models.count(); ++i) {
    Model& model = models[i];
    if (model.address - begin >= size) continue;
    if (!model.destroyed && busy(model)) {
      const trace::ObjectName name = models.name(model);
      world->stop(Verdict::undefined_behavior,
                  std::string(name.kind) + " " + std::to_string(name.number) +
                      " is destroyed while it is in use",
                  "An object may be destroyed only when no thread holds it or waits on it.");
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
               .operation = "free",
               .object = {"shared data", 0, w.watched},
               .detail = "",
               .stack = {}});
}

}  // namespace

void Heap::open() {
  void* wanted = reinterpret_cast<void*>(base);
  void* got = mmap(wanted, reserved, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (got != wanted) {
    std::fprintf(stderr, "kata: the address range for the heap is taken; cannot run here\n");
    std::abort();
  }
  next_ = kept_end_ = touched_end_ = base;
}

void* Heap::allocate(std::size_t size, std::size_t alignment, bool zero) {
  const std::uintptr_t memory =
      (next_ + sizeof(Header) + alignment - 1) & ~(std::uintptr_t{alignment} - 1);
  const std::size_t limit = world != nullptr ? world->limits.heap_bytes : reserved;
  if (size > limit || memory + size > base + limit) {
    if (world != nullptr && world->running != nullptr) {
      if (world->open_values != OpenValues::none) world->end();
      world->stop(Verdict::memory_limit,
                  "one schedule allocated more than " + std::to_string(limit >> 20) + " MB");
    }
    return nullptr;
  }
  // Whole cells of shadow memory, so that a block's end is nobody else's beginning.
  // One of no bytes has an address of its own, too.
  next_ = (memory + std::max<std::size_t>(size, 1) + 15) & ~std::uintptr_t{15};
  if (next_ > touched_end_) touched_end_ = next_;
  *header_of(reinterpret_cast<void*>(memory)) = {size, living};
  std::memset(reinterpret_cast<void*>(memory), zero ? 0 : 0xCD, size);
  return reinterpret_cast<void*>(memory);
}

void Heap::release(void* memory, std::uint32_t pc) {
  Header* header = header_of(memory);
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  const bool ours = (address & 15) == 0 && address > base && address < next_;
  if (world == nullptr || world->running == nullptr) {
    if (ours && header->state == living) header->state = dead;
    return;
  }
  if (ours && header->state == dead) {
    world->stop(Verdict::crash, "the same memory is freed twice",
                "What was deleted is gone: deleting it again is undefined behaviour.");
  }
  if (!ours || header->state != living) {
    world->stop(Verdict::crash, "memory is freed that was never allocated",
                "Only what new or malloc returned may be deleted or freed.");
  }
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
}

std::size_t Heap::size_of(const void* memory) { return header_of(memory)->size; }

bool Heap::contains(const void* memory) const {
  return reinterpret_cast<std::uintptr_t>(memory) - base < reserved;
}

bool Heap::block_at(std::uintptr_t address, std::uintptr_t& start, std::size_t& size) const {
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
}

}  // namespace kata::model
