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

class Shadow {
 public:
  /// Called for every race, in the thread of the second access; may not return.
  using OnRace = void (*)(const Race&);
  /// Called for an access to freed memory that comes after the free.
  using OnDead = void (*)(std::uintptr_t address, Pc freed_at, Epoch freed);

  /// Called for every access that is not the first of a thread to bytes of its own.
  using OnShared = void (*)(std::uintptr_t address);

  Shadow(OnRace on_race, OnDead on_dead, OnShared on_shared)
      : on_race_(on_race), on_dead_(on_dead), on_shared_(on_shared) {}

  /// Forgets every access.
  void reset();

  [[gnu::always_inline]] void read(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                                   Pc pc) {
    if (Cell* own = own_cell(thread, address, size)) {
      own->history.read = thread.epoch;
      own->history.read_pc = pc;
      return;
    }
    access(thread, address, size, pc, false);
  }
  [[gnu::always_inline]] void write(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                                    Pc pc) {
    if (Cell* own = own_cell(thread, address, size)) {
      own->history.write = thread.epoch;
      own->history.write_pc = pc;
      own->history.read = 0;
      return;
    }
    access(thread, address, size, pc, true);
  }
  /// The bytes are given back: counts as a write, and nobody may use them again.
  void free(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc);
  /// The bytes were handed out by an allocator that orders free before malloc.
  void forget(std::uintptr_t address, std::size_t size);

  /// The atomic object at `address`; checks the atomic access against plain ones.
  AtomicHistory& atomic(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                        Access access, Pc pc);

 private:
  enum : std::uint8_t { split = 1, freed = 2 };
  struct Cell {
    std::uint32_t schedule = 0;
    std::uint8_t mask = 0;  // which bytes `history` speaks of; 0 = none yet
    std::uint8_t flags = 0;
    std::uint32_t atomics = 0;  // index + 1 of the first atomic object in the word
    History history;            // split: history.read is the index of eight of them
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

  // The cell of an access that lies in one word, if in this schedule nobody but `thread` has used
  // that word, and always in this shape: the usual case, in which nothing is to be checked.
  [[gnu::always_inline]] Cell* own_cell(const ThreadClock& thread, std::uintptr_t address,
                                        std::size_t size) {
    const Cached& cached = cache_[(address >> chunk_bits) % std::size(cache_)];
    if (cached.number != address >> chunk_bits || (address & 7) + size > 8) return nullptr;
    Cell& cell = cached.cells[(address >> 3) & (chunk_cells - 1)];
    const std::uint8_t mask = mask_of(address, size);
    if (cell.schedule != schedule_) {
      cell = Cell{.schedule = schedule_, .mask = mask, .history = {}};
      return &cell;
    }
    const History& history = cell.history;
    const auto others = [&thread](Epoch epoch) {
      return epoch != 0 && thread_of(epoch) != thread.id;
    };
    if (cell.mask != mask || (cell.flags | cell.atomics | history.readers) != 0 ||
        others(history.write) || others(history.read)) {
      return nullptr;
    }
    return &cell;
  }

  Cell& cell(std::uintptr_t address);
  Cell* find(std::uintptr_t address);
  Cell* chunk(std::uintptr_t number);
  [[gnu::noinline]] void access(ThreadClock& thread, std::uintptr_t address, std::size_t size,
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

  OnRace on_race_;
  OnDead on_dead_;
  OnShared on_shared_;
  std::uint32_t schedule_ = 1;
  Cached cache_[1024];
  std::unordered_map<std::uintptr_t, Cell*> chunks_;
  std::deque<VectorClock> readers_;
  std::uint32_t readers_used_ = 0;
  std::vector<History> splits_;  // eight for each split cell
  std::deque<AtomicHistory> atomics_;
  std::uint32_t atomics_used_ = 0;
};

}  // namespace kata::detect
