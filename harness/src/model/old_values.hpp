// SPDX-License-Identifier: MIT
// Old values: which value a load may return, and where a store may take its place in modification
// order (C++20 [intro.races], [atomics.order]). Kept in a share of the schedules. Memory always
// holds the last value in modification order; here are those before it, and which of them each
// thread can no longer see.
//
// A load may return an old value, a store may take its place before values that are in the schedule
// already, and a read-modify-write may do both at once. Only behaviours that the standard allows:
// - coherence: a thread reads or stores nothing before what it, or what happened before, has read
// or
//   stored (ModificationOrder::oldest_for);
// - a read-modify-write comes directly after the value that it read (Stored::follows);
// - the order of the schedule is the single total order of the seq_cst operations, which is
//   consistent with happens-before. Each new operation is held against the four rules of
//   [atomics.order]/4, so that none before it in the schedule is coherence-ordered after it
//   (oldest_of, fence).
// So a right answer stays right. All executions are shown in which the union of happens-before,
// reads-from and the order of the seq_cst operations has no cycle: not load buffering. After
// C11Tester (Luo and Demsky, ASPLOS 2021), but with a total modification order that is decided at
// each store.
#pragma once

#include <cstdint>

#include "model/atomic.hpp"

namespace kata::model::old_values {

/// The running thread stored `after` where `before` was, as the last in modification order. `when`
/// is its moment before the store; object.released is what the store publishes.
void stored(const detect::AtomicHistory& object, std::uint64_t before, std::uint64_t after,
            detect::Epoch when, Order order, bool read_modify_write);

/// Draws whether the running thread's store at `site` takes its place before the last value, which
/// is `latest`. If so it is kept here, its release is done, memory must stay as it is, and the
/// result is true.
bool stored_early(const detect::AtomicHistory& object, std::uint64_t latest, std::uint64_t value,
                  Order order, detect::Pc site);

/// A value of an object. Its `released` is valid until the object is stored to.
struct Loaded {
  std::uint64_t value;
  /// What an older store published; null for the last one, which published object.released.
  const detect::VectorClock* released = nullptr;
  std::uint32_t index = 0;  ///< for modified_early()
};
/// Returns what the running thread's load at `site` returns, now that memory holds `latest`.
Loaded load(const detect::AtomicHistory& object, std::uint64_t latest, Order order,
            detect::Pc site);

/// The running thread's load returned the last value, `latest`.
void loaded_latest(const detect::AtomicHistory& object, std::uint64_t latest, Order order);

/// Returns what the running thread's read-modify-write at `site` reads.
Loaded load_to_modify(const detect::AtomicHistory& object, std::uint64_t latest, Order order,
                      detect::Pc site);

/// Returns what a compare_exchange reads that expects `expected` and fails anyway if `fails`. Of an
/// old value that differs from `expected` or if `fails`, the load is complete with this call.
Loaded load_to_compare(const detect::AtomicHistory& object, std::uint64_t latest,
                       std::uint64_t expected, bool fails, Order success, Order failure,
                       detect::Pc site);

/// The running thread replaced the old value that it read by `after`: its place is directly behind.
/// The release is done; memory must stay as it is.
void modified_early(const detect::AtomicHistory& object, const Loaded& before, std::uint64_t after,
                    Order order);

/// The running thread passes a seq_cst fence.
void fence();

/// The running thread's later loads see no store older than the latest of now. For where the
/// harness keeps its books: it may compare moments of threads that nothing orders, which an old
/// value seen later would contradict.
void catch_up();

/// Whether any load of the schedule returned an old value, or any store took an earlier place.
bool seen();

}  // namespace kata::model::old_values
