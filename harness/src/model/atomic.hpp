// SPDX-License-Identifier: MIT
// Atomic operations: which of them order what (C++20 [intro.races], [atomics.fences]). Memory holds
// what the latest store of the schedule stored; that nothing orders plain data behind a relaxed
// flag is seen by the race detector. Loads that may see less than the latest: old_values.hpp.
#pragma once

#include "detect/shadow.hpp"
#include "world/world.hpp"

namespace kata::model {

/// As the compilers number them.
enum class Order : int { relaxed, consume, acquire, release, acq_rel, seq_cst };

constexpr bool acquires(Order order) { return order != Order::relaxed && order != Order::release; }
constexpr bool releases(Order order) { return order >= Order::release; }

/// The shadow memory that all accesses of the schedule are checked in.
extern detect::Shadow* shadow;

/// Whether a release sequence goes on with what its thread stores next, in whatever order: C up to
/// C17 and C++ up to C++17 ([intro.races], as it was).
extern bool old_release_sequences;

/// AtomicHistory::head where read-modify-writes of several threads have gone on with the sequence:
/// it is then any thread's, which may say too little but nothing wrong.
constexpr std::uint32_t any_head = ~std::uint32_t{0};

/// Whether a store of the running thread, which is no read-modify-write, goes on with the release
/// sequence of `head`, and orders nothing itself.
inline bool goes_on(std::uint32_t head, Order order) {
  return old_release_sequences && !releases(order) &&
         (head == world->running->id + 1U || head == any_head);
}

/// Begins an atomic operation: a scheduling point, then the check against plain accesses.
[[gnu::always_inline]] inline detect::AtomicHistory& begin_atomic(std::uintptr_t address,
                                                                  std::size_t size, bool writes,
                                                                  detect::Pc pc) {
  world->point(address);
  return shadow->atomic(world->running->clock, address, size,
                        writes ? detect::Access::atomic_write : detect::Access::atomic_read, pc);
}

void atomic_acquired(const detect::VectorClock& released, Order order);
void atomic_released(detect::AtomicHistory& object, Order order, bool read_modify_write);
[[gnu::cold]] void show_atomic(const detect::AtomicHistory& object, trace::Operation operation,
                               std::uint64_t value);

/// The operation read the object's value.
[[gnu::always_inline]] inline void atomic_loaded(detect::AtomicHistory& object, Order order) {
  if (acquires(order) || !object.released.empty()) atomic_acquired(object.released, order);
}

/// The operation wrote it, as a plain store or as a read-modify-write; `changed` says whether the
/// value is another than before.
[[gnu::always_inline]] inline void atomic_stored(detect::AtomicHistory& object, Order order,
                                                 bool read_modify_write, bool changed) {
  if (releases(order) || !read_modify_write || !world->running->fence_released.empty()) {
    atomic_released(object, order, read_modify_write);
  }
  if (changed) world->progress();
}

/// Notes the operation for order and trace. `value` is shown; at most 8 bytes of it are.
[[gnu::always_inline]] inline void note_atomic(detect::AtomicHistory& object,
                                               trace::Operation operation, std::uint64_t value,
                                               bool changes = true) {
  World& w = *world;
  if (changes) {
    w.order_change(object.order, object.looks, operation);
  } else {
    w.order_look(object.order, object.looks, operation);
  }
  if (w.is_watched()) [[unlikely]]
    show_atomic(object, operation, value);
}

void fence(Order order);

}  // namespace kata::model
