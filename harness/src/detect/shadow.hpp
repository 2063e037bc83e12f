// SPDX-License-Identifier: MIT
// Shadow memory: for every 8 bytes that a schedule touches, who wrote and read them last, so that
// two accesses that nothing orders are found whichever way round they ran. Byte-exact: accesses of
// different shapes to one word split its cell. Forgetting everything between schedules is one
// increment, because every cell says which schedule it speaks of.
//
// Not thread safe: one kernel thread uses it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <vector>

#include "detect/vector_clock.hpp"

namespace kata::detect {

/// A place in the executable's code. It is not position-independent, so 32 bits suffice; 0 is
/// code outside of it.
using Pc = std::uint32_t;

enum class Access : std::uint8_t { read, write, atomic_read, atomic_write, free };

/// Two accesses to the same bytes, at least one of them a write, that nothing orders.
struct Race {
  std::uintptr_t address;
  std::size_t size;
  Epoch first;
  Pc first_pc;
  Access first_access;
  Pc second_pc;
  Access second_access;
};

/// What a set of bytes was last used for. `readers` counts from 1 into the shared read clocks.
struct History {
  Epoch write = 0;
  Epoch read = 0;
  Pc write_pc = 0;
  Pc read_pc = 0;
  std::uint32_t readers = 0;
};

/// An atomic object: what its last release published, and for plain accesses to the same bytes,
/// who used it atomically.
struct AtomicHistory {
  std::uintptr_t address = 0;
  std::uint32_t size = 0;
  std::uint32_t next = 0;  ///< index + 1 of another atomic object in the same word
  VectorClock released;
  VectorClock writes;
  VectorClock reads;
  Pc write_pc = 0;
  Pc read_pc = 0;
  std::uint32_t number = 0;  ///< from 1, in order of first use in the schedule
  std::uint64_t order = 0;   ///< hash of the operations on it, in order
};

/// Where the stacks of threads lie, for telling a living local variable from a dead one: stack i is
/// the 2^shift bytes from `base + (i << shift)`.
struct Stacks {
  std::uintptr_t base = 0;
  std::uintptr_t bytes = 0;  ///< of all together; 0: there are none
  unsigned shift = 0;
  /// Of stack 0, a word that holds the lowest living address while its thread does not run; those
  /// of the others follow in steps of `step` bytes.
  const std::byte* floors = nullptr;
  std::size_t step = 0;
};

class Shadow {
 public:
  /// Called for every race, in the thread of the second access; may not return.
  using OnRace = void (*)(const Race&);
  /// Called for an access to freed memory that comes after the free.
  using OnDead = void (*)(std::uintptr_t address, Pc freed_at, Epoch freed);

  /// Called for an access to the stack of another thread that is not plainly to a living variable.
  using OnForeignStack = void (*)(std::uintptr_t address);

  Shadow(OnRace on_race, OnDead on_dead, OnForeignStack on_foreign_stack, Stacks stacks = {})
      : stacks_(stacks),
        on_race_(on_race),
        on_dead_(on_dead),
        on_foreign_stack_(on_foreign_stack) {}

  /// Forgets every access.
  void reset();

  [[gnu::always_inline]] void read(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                                   Pc pc) {
    Cell* cell = simple_cell(thread, address, size);
    if (cell == nullptr) return access(thread, address, size, pc, false);
    History& history = cell->history;
    if (!thread.after(history.write) || !thread.after(history.read)) [[unlikely]] {
      return access(thread, address, size, pc, false);
    }
    history.read = thread.epoch;
    history.read_pc = pc;
  }
  [[gnu::always_inline]] void write(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                                    Pc pc) {
    Cell* cell = simple_cell(thread, address, size);
    if (cell == nullptr) return access(thread, address, size, pc, true);
    History& history = cell->history;
    if (!thread.after(history.write) || !thread.after(history.read)) [[unlikely]] {
      return access(thread, address, size, pc, true);
    }
    if (!thread.wrote) note_write(thread, address, history);
    history.write = thread.epoch;
    history.write_pc = pc;
    history.read = 0;
  }
  /// The bytes are given back: counts as a write, and nobody may use them again.
  void free(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc);
  /// The bytes were handed out by an allocator that orders free before malloc.
  void forget(std::uintptr_t address, std::size_t size);

  /// The atomic object at `address`; checks the atomic access against plain ones.
  AtomicHistory& atomic(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                        Access access, Pc pc);

 private:
  // What makes a cell more than its one history.
  enum : std::uint8_t {
    split = 1,        // eight histories, a byte each; history.read is the index of the first
    freed = 2,        // history.write is the free
    has_atomics = 4,  // atomic objects in the word
    has_readers = 8,  // several last readers that nothing orders
  };
  struct alignas(32) Cell {
    std::uint32_t schedule = 0;
    std::uint8_t mask = 0;  // which bytes `history` speaks of; 0 = none yet
    std::uint8_t flags = 0;
    std::uint16_t none = 0;
    std::uint32_t atomics = 0;  // index + 1 of the first atomic object in the word
    History history;
  };
  static constexpr int chunk_bits = 16;  // bytes of program memory a chunk of cells covers, log 2
  static constexpr std::size_t chunk_cells = std::size_t{1} << (chunk_bits - 3);
  struct Cached {
    std::uintptr_t number = ~std::uintptr_t{0};
    Cell* cells = nullptr;
  };

  static std::uint8_t mask_of(std::uintptr_t address, std::size_t size) {
    return static_cast<std::uint8_t>(((1U << size) - 1) << (address & 7));
  }

  // The cell of an access that lies in one word, if in this schedule that word has always been used
  // in this shape and has one history: the usual case, decided by one comparison of the cell's
  // first eight bytes.
  [[gnu::always_inline]] Cell* simple_cell(const ThreadClock& thread, std::uintptr_t address,
                                           std::size_t size) {
    const Cached& cached = cache_[(address >> chunk_bits) % std::size(cache_)];
    if (cached.number != address >> chunk_bits || (address & 7) + size > 8) return nullptr;
    Cell& cell = cached.cells[(address >> 3) & (chunk_cells - 1)];
    const std::uint8_t mask = mask_of(address, size);
    std::uint64_t key;
    std::memcpy(&key, &cell, sizeof key);
    if (key == (schedule_ | std::uint64_t{mask} << 32)) {
      return is_doubtful(thread, address) ? nullptr : &cell;
    }
    if (static_cast<std::uint32_t>(key) == schedule_) return nullptr;
    cell = Cell{.schedule = schedule_, .mask = mask, .history = {}};
    return &cell;
  }

  // Whether others may see a write: it is not to a local variable that only `thread` has used.
  [[gnu::always_inline]] void note_write(ThreadClock& thread, std::uintptr_t address,
                                         const History& before) const {
    const auto others = [&thread](Epoch epoch) {
      return epoch != 0 && thread_of(epoch) != thread.id;
    };
    const bool local = (address - stacks_.base) >> stacks_.shift == thread.id;
    thread.wrote |= !local || others(before.write) || others(before.read) || before.readers != 0;
  }

  // Whether `address` lies in the stack of another thread, and not in what is alive of it.
  [[gnu::always_inline]] bool is_doubtful(const ThreadClock& thread, std::uintptr_t address) const {
    const std::uintptr_t offset = address - stacks_.base;
    if (offset >= stacks_.bytes) return false;
    const std::uintptr_t stack = offset >> stacks_.shift;
    if (stack == thread.id) return false;
    std::uintptr_t floor;
    std::memcpy(&floor, stacks_.floors + stack * stacks_.step, sizeof floor);
    return address < floor || thread.detached;
  }

  Cell& cell(std::uintptr_t address);
  Cell* find(std::uintptr_t address);
  Cell* chunk(std::uintptr_t number);
  Cell* find_chunk(std::uintptr_t number);
  [[gnu::noinline]] void access(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                                Pc pc, bool write);
  bool access_shared(Cell& home, ThreadClock& thread, std::uintptr_t address, std::size_t size,
                     Pc pc, bool write);
  void word(Cell& cell, ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc,
            bool write);
  void check(History& history, ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc,
             bool write, Access as);
  void update(History& history, const ThreadClock& thread, Pc pc, bool write);
  void check_atomics(const Cell& cell, ThreadClock& thread, std::uintptr_t address,
                     std::uint8_t mask, Pc pc, bool write);
  void use_after_free(const Cell& cell, ThreadClock& thread, std::uintptr_t address, Pc pc,
                      Access as);
  void split_cell(Cell& cell);

  VectorClock& new_readers();

  std::uint32_t schedule_ = 1;
  Stacks stacks_;
  OnRace on_race_;
  OnDead on_dead_;
  OnForeignStack on_foreign_stack_;
  Cached cache_[1024];
  std::unordered_map<std::uintptr_t, Cell*> chunks_;
  std::vector<std::unique_ptr<VectorClock>> readers_;
  std::uint32_t readers_used_ = 0;
  std::vector<History> splits_;  // eight for each split cell
  std::deque<AtomicHistory> atomics_;
  std::uint32_t atomics_used_ = 0;
};

}  // namespace kata::detect
