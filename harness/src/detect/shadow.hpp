// SPDX-License-Identifier: MIT
// Shadow memory: for every 8 bytes that a schedule touches, who wrote and read them last, so that
// two accesses that nothing orders are found whichever way round they ran. Byte-exact: accesses of
// different shapes to one word split its cell. Forgetting everything between schedules is one
// increment, because every cell says which schedule it speaks of.
//
// Not thread safe: one kernel thread uses it.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
/// Where nobody has read since the last write, `read` is that write's moment.
struct History {
  std::uint32_t readers = 0;
  Epoch write = 0;  // each moment is followed by its place, so that the two can be set as one
  Pc write_pc = 0;
  Epoch read = 0;
  Pc read_pc = 0;

  void wrote(Epoch now, Pc pc) {
    write = read = now;
    write_pc = read_pc = pc;
    readers = 0;
  }

  /// Returns whether the bytes of both were last used by the same accesses, as far as one reader is
  /// remembered.
  bool is_like(const History& other) const {
    return write == other.write && write_pc == other.write_pc && read_pc == other.read_pc;
  }
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
  std::uint32_t number = 0;       ///< from 1, in order of first use in the schedule
  std::uint32_t overwritten = 0;  ///< times that its bytes were written without an atomic operation
  std::uint64_t order = 0;        ///< hash of the operations that changed it, in order
  std::uint64_t looks = 0;        ///< sum over those since that only read it
  std::uint32_t head = 0;         ///< for model/atomic.cpp: whose release sequence it is in

  [[gnu::always_inline]] void used(const ThreadClock& thread, bool write, Pc pc) {
    (write ? writes : reads).set(thread.id, clock_of(thread.epoch));
    (write ? write_pc : read_pc) = pc;
  }
};

/// Where the stacks of threads lie, for telling a living local variable from a dead one: stack i is
/// the 2^shift bytes from `base + (i << shift)`.
struct Stacks {
  static constexpr std::uintptr_t no_floor = 0;
  static constexpr unsigned shift = 27;
  std::uintptr_t base = 0;
  std::uintptr_t count = 0;
  /// Of stack 0, a word that holds the lowest address that is alive beyond doubt while its thread
  /// does not run, and 0 while it does; those of the others follow in steps of `step` bytes, and
  /// beyond the last is a 0 for what is no stack.
  const std::byte* floors = reinterpret_cast<const std::byte*>(&no_floor);
  static constexpr std::size_t step = 64;

  [[gnu::always_inline]] std::uintptr_t floor(std::uintptr_t stack) const {
    std::uintptr_t found;
    std::memcpy(&found, floors + std::min(stack, count) * step, sizeof found);
    return found;
  }
};

class Shadow {
 public:
  /// Called for every race, in the thread of the second access; may not return.
  using OnRace = void (*)(const Race&);
  /// Called for an access to freed memory that comes after the free.
  using OnDead = void (*)(std::uintptr_t address, Pc freed_at, Epoch freed);

  /// Called for an access to the stack of another thread that is not plainly to a living variable.
  using OnForeignStack = void (*)(std::uintptr_t address);

  Shadow(OnRace on_race, OnDead on_dead, OnForeignStack on_foreign_stack, Stacks stacks = {});

  /// Forgets every access.
  void reset();

  /// As access() in the most usual case, and short enough to be part of every access: nobody has
  /// used the word in this schedule, or all have in this shape and the last use happened before
  /// now. False, and nothing noted, in any other: then access() is to be called.
  /// `size` is 1, 2, 4 or 8, or any up to 8 where it is known that all of it `fits` in one word.
  ///
  /// Which of the two it is, and on whose stack, no processor can foresee; so the branches here are
  /// those that hardly ever go the other way, and the rest is arithmetic.
  template <bool write, bool fits = false>
  [[gnu::always_inline]] bool usual(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                                    Pc pc) {
    const Cached& cached = cache_[(address >> chunk_bits) % std::size(cache_)];
    // An address that is no multiple of the size is of no chunk here.
    const std::uintptr_t chunk_and_rest =
        ~((std::uintptr_t{1} << chunk_bits) - 1) | (fits ? 0 : size - 1);
    if (cached.address != (address & chunk_and_rest) || thread.detached) return false;
    Cell& cell = cached.cells[(address >> 3) & (chunk_cells - 1)];
    const std::uint64_t shape =
        fits ? shape_of(address, size) : shapes_[std::countr_zero(size)][address & 7];
    const std::uint64_t differs = cell.shape ^ shape;
    // All ones if the word has been used in this schedule, else none; kept from the compiler, which
    // would make branches of it.
    std::uint32_t used = static_cast<std::uint32_t>(differs) == 0 ? ~0U : 0U;
    asm("" : "+r"(used));
    if ((static_cast<std::uint32_t>(differs >> 32) & used) != 0) return false;
    const std::uintptr_t stack = (address - stacks_.base) >> Stacks::shift;
    if (address < stacks_.floor(stack)) return false;
    // The last read came after the last write, so what is after the one is after both.
    const Epoch last_read = cell.history.read & used;
    const Epoch last_write = cell.history.write & used;
    if (!thread.knows(last_read)) return false;
    const std::uint64_t now = std::uint64_t{pc} << 32 | thread.epoch;
    if (write) {
      // 0, never, is no moment of another thread.
      const Epoch own = thread.epoch;
      const Epoch foreign =
          ((last_read ^ own) & -(last_read != 0)) | ((last_write ^ own) & -(last_write != 0));
      thread.wrote |= stack != thread.id || foreign > epoch_clock_mask;
      std::memcpy(&cell.history.write, &now, sizeof now);
    } else {
      cell.history.write = last_write;
    }
    std::memcpy(&cell.history.read, &now, sizeof now);
    cell.shape = shape;
    cell.atomics = cell.history.readers = 0;
    return true;
  }

  /// An access of any kind. Hears of races and of dead memory.
  void access(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc, bool write);

  /// The bytes are given back: counts as a write, and nobody may use them again.
  void free(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc);
  /// The bytes were handed out by an allocator that orders free before malloc.
  void forget(std::uintptr_t address, std::size_t size);
  /// As free and forget, for whole words of which most may never have been used in the schedule:
  /// those are left out.
  void free_used(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc);
  void forget_used(std::uintptr_t address, std::size_t size);

  /// Notes that `thread` names the object at `address` without an access to it. Reports it if it is
  /// gone.
  void name(ThreadClock& thread, std::uintptr_t address, Pc pc);
  /// Returns whether that is so, as far as freed memory goes, or in doubt.
  bool may_be_gone(const ThreadClock& thread, std::uintptr_t address) {
    return is_doubtful(thread, address) || cell(address).is(freed);
  }

  /// Returns whether thread `other` has used the word at `address` at a moment that `thread` does
  /// not know.
  bool was_used_unknown_to(const ThreadClock& thread, std::uint32_t other, std::uintptr_t address);

  /// The atomic object at `address`; checks the atomic access against plain ones.
  [[gnu::always_inline]] AtomicHistory& atomic(ThreadClock& thread, std::uintptr_t address,
                                               std::size_t size, Access as, Pc pc) {
    AtomicHistory* object = known_atomic(thread, address, size, as == Access::atomic_write);
    if (object == nullptr) [[unlikely]]
      return other_atomic(thread, address, size, as, pc);
    object->used(thread, as == Access::atomic_write, pc);
    return *object;
  }

 private:
  // What makes a cell more than its one history.
  enum : std::uint8_t {
    split = 1,        // eight histories, a byte each; history.read is the index of the first
    halved = 16,      // two histories, four bytes each, as two ints have; likewise
    freed = 2,        // history.write is the free
    has_atomics = 4,  // atomic objects in the word
    has_readers = 8,  // several last readers that nothing orders
  };
  struct alignas(32) Cell {
    /// Which schedule the cell speaks of (low half), which bytes `history` does (8 bits; none:
    /// nobody has used the word yet), the flags, and which bytes atomic objects have. One word,
    /// because the usual access compares and sets all of it at once, and a processor is slow to
    /// load together what was stored in parts.
    std::uint64_t shape = 0;
    std::uint32_t atomics = 0;  // index + 1 of the first atomic object in the word
    History history;

    std::uint32_t schedule() const { return static_cast<std::uint32_t>(shape); }
    std::uint8_t mask() const { return static_cast<std::uint8_t>(shape >> 32); }
    std::uint8_t flags() const { return static_cast<std::uint8_t>(shape >> 40); }
    /// Which bytes atomic objects have.
    std::uint8_t atomic_bytes() const { return static_cast<std::uint8_t>(shape >> 48); }
    void add_atomic_bytes(std::uint8_t mask) { shape |= std::uint64_t{mask} << 48; }
    bool is(std::uint8_t flag) const { return (flags() & flag) != 0; }
    void set_mask(std::uint8_t mask) {
      shape = (shape & ~(std::uint64_t{0xff} << 32)) | std::uint64_t{mask} << 32;
    }
    void set(std::uint8_t flag) { shape |= std::uint64_t{flag} << 40; }
    void unset(std::uint8_t flag) { shape &= ~(std::uint64_t{flag} << 40); }
    void begin(std::uint64_t fresh_shape) {
      shape = fresh_shape;
      atomics = 0;
    }
  };
  static constexpr int chunk_bits = 16;  // bytes of program memory a chunk of cells covers, log 2
  static constexpr std::size_t chunk_cells = std::size_t{1} << (chunk_bits - 3);
  struct Cached {
    std::uintptr_t address = ~std::uintptr_t{0};  // of its first byte
    Cell* cells = nullptr;
  };

  static std::uintptr_t chunk_address(std::uintptr_t address) {
    return address & ~((std::uintptr_t{1} << chunk_bits) - 1);
  }

  static std::uint8_t mask_of(std::uintptr_t address, std::size_t size) {
    return static_cast<std::uint8_t>(((1U << size) - 1) << (address & 7));
  }

  static bool is_of_halves(std::uint8_t mask) {
    return mask == 0x0f || mask == 0xf0 || mask == 0xff;
  }

  // What the cell of a word looks like that has been used in this way only.
  std::uint64_t shape_of(std::uintptr_t address, std::size_t size) const {
    return schedule_ | std::uint64_t{mask_of(address, size)} << 32;
  }

  // Whether others may see a write: it is not to a local variable that only `thread` has used.
  [[gnu::always_inline]] void note_write(ThreadClock& thread, std::uintptr_t address,
                                         const History& before) const {
    const bool local = (address - stacks_.base) >> Stacks::shift == thread.id;
    thread.wrote |= !local || is_of_others(thread, before) || before.readers != 0;
  }
  [[gnu::always_inline]] static bool is_of_others(const ThreadClock& thread,
                                                  const History& before) {
    return (before.write != 0 && !thread.is_own(before.write)) ||
           (before.read != 0 && !thread.is_own(before.read));
  }

  // Whether `address` lies in the stack of another thread, and not in what is alive of it.
  [[gnu::always_inline]] bool is_doubtful(const ThreadClock& thread, std::uintptr_t address) const {
    const std::uintptr_t stack = (address - stacks_.base) >> Stacks::shift;
    if (stack == thread.id || stack >= stacks_.count) return false;
    return address < stacks_.floor(stack) || thread.detached;
  }

  // The atomic object at `address` in the usual case: it has been used in this schedule, and the
  // plain accesses to its bytes, such as its constructor's, happened before. Null in any other.
  [[gnu::always_inline]] AtomicHistory* known_atomic(const ThreadClock& thread,
                                                     std::uintptr_t address, std::size_t size,
                                                     bool writes) {
    const Cached& cached = cache_[(address >> chunk_bits) % std::size(cache_)];
    if (cached.address != chunk_address(address) || size > 8) return nullptr;
    const Cell& home = cached.cells[(address >> 3) & (chunk_cells - 1)];
    if (home.schedule() != schedule_) return nullptr;
    const History* plain = &home.history;
    if (home.flags() == has_atomics) {
      if ((home.mask() & mask_of(address, size)) == 0) plain = nullptr;
    } else {
      if ((home.flags() & ~(split | halved)) != has_atomics) return nullptr;
      plain = part(home, address, size);
      if (plain == nullptr || plain->readers != 0) return nullptr;
    }
    if (plain != nullptr &&
        (!thread.after(plain->write) || (writes && !thread.after(plain->read)))) {
      return nullptr;
    }
    if (is_doubtful(thread, address)) return nullptr;
    for (std::uint32_t index = home.atomics; index != 0;) {
      AtomicHistory& object = *atomics_[index - 1];
      if (object.address == address) return &object;
      index = object.next;
    }
    return nullptr;
  }

  // The usual case of one history: what it tells of happened before now. False, and nothing done,
  // in any other.
  [[gnu::always_inline]] bool extend(History& history, ThreadClock& thread, std::uintptr_t address,
                                     Pc pc, bool write) {
    if (history.readers != 0 || !thread.after(history.write) || !thread.after(history.read)) {
      return false;
    }
    if (write) {
      if (!thread.wrote) note_write(thread, address, history);
      history.wrote(thread.epoch, pc);
    } else {
      history.read = thread.epoch;
      history.read_pc = pc;
    }
    return true;
  }

  // The history of a part of a word that has several: the half or the byte that `size` bytes from
  // `address` are. Null if the word is not divided so, or they are neither.
  [[gnu::always_inline]] History* part(const Cell& cell, std::uintptr_t address, std::size_t size) {
    const std::uint8_t how = cell.flags() & (split | halved);
    if (size == 4 && how == halved && (address & 3) == 0) {
      return &splits_[cell.history.read + ((address & 4) >> 2)];
    }
    if (size == 1 && how == split) return &splits_[cell.history.read + (address & 7)];
    return nullptr;
  }

  // A byte of a word whose bytes have been used by themselves, as a string's are, or a half of one
  // that holds two ints.
  [[gnu::always_inline]] bool try_part(ThreadClock& thread, std::uintptr_t address,
                                       std::size_t size, Pc pc, bool write) {
    const Cached& cached = cache_[(address >> chunk_bits) % std::size(cache_)];
    if (cached.address != chunk_address(address)) return false;
    const Cell& cell = cached.cells[(address >> 3) & (chunk_cells - 1)];
    if (cell.schedule() != schedule_) return false;
    if ((cell.atomic_bytes() & mask_of(address, size)) != 0) return false;
    History* history = part(cell, address, size);
    return history != nullptr && !is_doubtful(thread, address) &&
           extend(*history, thread, address, pc, write);
  }

  Cell& cell(std::uintptr_t address);
  Cell* find(std::uintptr_t address);
  template <class Do>
  void for_used(std::uintptr_t address, std::size_t size, Do each);
  Cell* chunk(std::uintptr_t number);
  Cell* find_chunk(std::uintptr_t number);
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
  void divide(Cell& cell, std::uint32_t parts);
  AtomicHistory& other_atomic(ThreadClock& thread, std::uintptr_t address, std::size_t size,
                              Access as, Pc pc);

  VectorClock& new_readers();

  std::uint32_t schedule_ = 0;
  /// By the size of an access (log 2) and where in its word it begins: shape_of() of a word that
  /// has been used in this way only; of one that does not fit in a word, what is no shape.
  std::uint64_t shapes_[4][8] = {};
  Stacks stacks_;
  OnRace on_race_;
  OnDead on_dead_;
  OnForeignStack on_foreign_stack_;
  Cached cache_[1024];
  std::unordered_map<std::uintptr_t, Cell*> chunks_;
  std::vector<std::unique_ptr<VectorClock>> readers_;
  std::uint32_t readers_used_ = 0;
  std::vector<History> splits_;  // eight for each split cell, two for each halved one
  std::vector<std::unique_ptr<AtomicHistory>> atomics_;
  std::uint32_t atomics_used_ = 0;
};

}  // namespace kata::detect
