// SPDX-License-Identifier: MIT
// Old values: what a relaxed or acquire load may return although a later store has been made
// (C++20 [intro.races], [atomics.order]). Kept in a share of the schedules. Memory always holds the
// latest value; here are those before it, and which of them each thread can no longer see.
//
// Only behaviours that the standard allows: the modification order of an object is the order of the
// schedule; a read-modify-write and a seq_cst load see the latest value; no thread sees a value
// older than one that it, or whatever happened before, has seen or stored; seq_cst fences and what
// is before them are respected. So a right answer stays right. Not all that it allows: no store
// takes its place before an earlier one, and no load sees the future. The algorithm is the
// store-history machine of C11Tester (Luo and Demsky, ASPLOS 2021) in its simplest form.
#pragma once

#include <cstdint>

#include "model/atomic.hpp"

namespace kata::model::old_values {

/// The running thread stored `after` where `before` was. `when` is its moment before the store;
/// object.released is what the store publishes.
void stored(const detect::AtomicHistory& object, std::uint64_t before, std::uint64_t after,
            detect::Epoch when, Order order);

/// What the running thread's load at `site` returns, now that memory holds `latest`.
struct Loaded {
  std::uint64_t value;
  /// What an older store published; null for the latest one, which published object.released.
  const detect::VectorClock* released = nullptr;
};
Loaded load(const detect::AtomicHistory& object, std::uint64_t latest, Order order,
            detect::Pc site);

/// The running thread passes a seq_cst fence.
void fence();

/// The running thread's later loads see no store older than the latest of now. For where the
/// harness keeps its books: it may compare moments of threads that nothing orders, which an old
/// value seen later would contradict.
void catch_up();

/// Whether any load of the schedule returned an old value.
bool seen();

}  // namespace kata::model::old_values
