// SPDX-License-Identifier: MIT
// Slots: everything a fiber needs to pass for a thread. A slot has a stack, and the thread-local
// storage of a real thread that was created once and has been parked ever since.
//
// Slots lie at fixed addresses, so that pthread_t values, and whatever a program derives from
// them (std::hash<std::thread::id>), are the same in every process.
//
// Not thread safe: one kernel thread uses it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "fiber/context.hpp"
#include "fiber/thread_pointer.hpp"

namespace kata::fiber {

using Entry = void (*)();

class alignas(64) Slot {
 public:
  ThreadPointer thread_pointer() const { return thread_pointer_; }
  std::byte* stack_low() const { return stack_low_; }
  std::byte* stack_high() const { return stack_high_; }
  /// Where the stack of a fiber that is not running ends; 0 while it runs.
  std::uintptr_t suspended_stack_pointer() const {
    return reinterpret_cast<std::uintptr_t>(context_);
  }

  /// The fiber, which does not run, has ended: nothing on its stack is alive any more.
  void bury() {
    context_ = stack_high_;
    floor_ = reinterpret_cast<std::uintptr_t>(stack_high_);
  }

  /// What lies below `address` on the stack is doubtful, even where the stack is in use: from the
  /// next time on that the fiber is left.
  void doubt_below(std::uintptr_t address) { doubted_ = address; }
  /// The same of a fiber that does not run, at once.
  void doubt_below_now(std::uintptr_t address) {
    doubted_ = address;
    floor_ = std::max(suspended_stack_pointer(), address);
  }

  /// True if `address` lies below the stack, where nothing may be: the stack ran over. Not only the
  /// page next to it: one big local array goes beyond that at once.
  bool is_guard(std::uintptr_t address) const;

 private:
  friend class SlotPool;
  friend void switch_context(Slot& from, Slot& to);
  friend void prepare(Slot& slot, Entry entry, int fill, std::size_t filled);
  friend void load_thread_pointer(const Slot& slot);
  void* context_ = nullptr;   // its Suspended, which is where its stack ends; null while it runs
  std::uintptr_t floor_ = 0;  // what lies lower is dead or doubtful; 0 while it runs
  std::uintptr_t doubted_ = 0;
  ThreadPointer thread_pointer_ = 0;
  std::byte* stack_low_ = nullptr;
  std::byte* stack_high_ = nullptr;
};

/// Makes `slot` start at `entry` on an empty stack at the next switch to it, with fresh
/// thread-local storage. `entry` must never return. The first `filled` bytes of the stack hold
/// `fill`: what a variable holds that was never written must not be what the schedule before left.
void prepare(Slot& slot, Entry entry, int fill, std::size_t filled);

/// Leaves the running fiber `from`, which can be switched back to, and goes on in `to`.
[[gnu::always_inline]] inline void switch_context(Slot& from, Slot& to) {
  load(to.thread_pointer_);
  void* const next = to.context_;
  to.context_ = nullptr;
  to.floor_ = 0;
  std::uintptr_t here;
  asm volatile("mov %%rsp, %0" : "=r"(here));
  from.floor_ = std::max(here, from.doubted_);
  change_stacks(&from.context_, next);
}

/// Loads the thread pointer of `slot` without switching stacks (after a non-local jump).
void load_thread_pointer(const Slot& slot);

/// Hands out slots 0, 1, 2, … at fixed addresses; creates their parked threads on first use.
class SlotPool {
 public:
  static constexpr std::size_t capacity = 1024;
  /// Slot i is the 2^stride_bits bytes from here + (i << stride_bits): its stack, and above it the
  /// parked thread's. Addresses only; memory is what is used of them.
  static constexpr std::uintptr_t region_base = 0x2000'0000'0000;
  static constexpr unsigned stride_bits = 27;
  /// What Linux gives a thread that asks for nothing else, and the most that one can ask for.
  static constexpr std::size_t stack_bytes = std::size_t{8} << 20;
  static constexpr std::size_t largest_stack = std::size_t{64} << 20;
  /// The most that a thread's thread_local variables may take.
  static constexpr std::size_t largest_thread_locals = std::size_t{16} << 20;

  /// Reserves the address range. Aborts the process with a message if it is taken.
  void open();

  /// The slot of the kernel thread that calls open(): the engine's own.
  Slot& engine() { return engine_; }

  /// Slot `index` < capacity, with a stack of `stack` bytes (of whole pages, from stack_bytes to
  /// largest_stack); nullptr if the system has no thread left to park, or no memory.
  Slot* at(std::size_t index, std::size_t stack = stack_bytes);

  /// The index of the slot whose pthread_t is `handle`; capacity if it is none of ours.
  std::size_t index_of(ThreadPointer handle) const;

  /// Whether `address` lies in any slot.
  bool contains(std::uintptr_t address) const {
    return address - region_base < capacity << stride_bits;
  }
  /// The index of the slot that `address` lies in.
  static std::size_t index_at(std::uintptr_t address) {
    return (address - region_base) >> stride_bits;
  }

  /// Where the lowest addresses are kept that are alive beyond doubt, of fibers that do not run:
  /// that of slot 0, and the step to the next.
  const std::byte* floors() const { return reinterpret_cast<const std::byte*>(&slots_[0].floor_); }
  static constexpr std::size_t floor_step() { return sizeof(Slot); }

 private:
  bool create(Slot& slot, std::size_t index);
  static bool resize_stack(Slot& slot, std::size_t stack);
  Slot engine_;
  Slot slots_[capacity + 1];  // the last is never used: a floor of 0 for what is no stack
  std::size_t created_ = 0;
};

}  // namespace kata::fiber
