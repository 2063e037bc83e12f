// SPDX-License-Identifier: MIT
// The modification order of one atomic object ([intro.races]): its stores, in an order that need
// not be the schedule's, and which of them each thread can no longer see.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <iterator>
#include <vector>

#include "detect/vector_clock.hpp"

namespace kata::model::old_values {

/// A store.
struct Stored {
  std::uint64_t value = 0;
  /// AtomicHistory::head as it was after the store.
  std::uint32_t head = 0;
  /// Nothing may come between it and the one before: a read-modify-write, or a store that goes on
  /// with the release sequence.
  bool follows = false;
  detect::VectorClock released;
};

/// What comes after this moment of a thread sees no store before `index`.
struct Seen {
  std::uint32_t clock;
  std::uint32_t index;
};

/// The stores to one object, from what it held before on. An index is a place in modification
/// order.
class ModificationOrder {
 public:
  bool empty() const { return order_.empty(); }
  std::uint64_t latest() const { return (*this)[last()].value; }
  std::uint32_t last() const { return static_cast<std::uint32_t>(order_.size()) - 1; }
  const Stored& operator[](std::uint32_t index) const { return stores_[order_[index]]; }
  std::uint32_t overwritten() const { return overwritten_; }
  /// Returns the last index that a store may take so that those from there on move up; 0 if none.
  std::uint32_t last_place() const { return last_place_; }

  void clear(std::uint32_t overwritten) {
    order_.clear();
    overwritten_ = overwritten;
    sequential_ = last_place_ = 0;
    for (std::vector<Seen>& one : seen_) one.clear();
  }

  /// Makes a store the one at `index`; those from there on move up.
  Stored& insert(std::uint32_t index, std::uint64_t value, bool follows) {
    const auto fresh = static_cast<std::uint32_t>(order_.size());
    if (fresh == stores_.size()) stores_.emplace_back();
    if (index < fresh) {
      for (std::vector<Seen>& one : seen_) {
        for (Seen& seen : one) seen.index += seen.index >= index;
      }
      sequential_ += sequential_ >= index;
      last_place_ += last_place_ >= index;
    }
    if (!follows) last_place_ = std::max(last_place_, index);
    order_.insert(order_.begin() + index, fresh);
    Stored& stored = stores_[fresh];
    stored.value = value;
    stored.head = 0;
    stored.follows = follows;
    stored.released.clear();
    return stored;
  }

  /// The thread stored or read `index` when its clock was `clock`.
  void note_seen(std::uint16_t thread, std::uint32_t clock, std::uint32_t index) {
    if (thread >= seen_.size()) seen_.resize(thread + 1U);
    std::vector<Seen>& own = seen_[thread];
    if (!own.empty() && own.back().index >= index) return;
    own.push_back({clock, index});
  }

  /// A seq_cst operation stored or read `index`.
  void note_sequential(std::uint32_t index) { sequential_ = std::max(sequential_, index); }

  /// Returns the last store that is known to have been read or made before `known`.
  std::uint32_t oldest_for(const detect::VectorClock& known) const {
    std::uint32_t oldest = 0;
    for (std::uint32_t thread = 0; thread < seen_.size(); ++thread) {
      const std::vector<Seen>& all = seen_[thread];
      if (all.empty() || all.back().index <= oldest) continue;
      const std::uint32_t until = known.get(thread);
      if (all.back().clock <= until) {  // such as the thread's own
        oldest = all.back().index;
        continue;
      }
      const auto later =
          std::upper_bound(all.begin(), all.end(), until,
                           [](std::uint32_t clock, const Seen& one) { return clock < one.clock; });
      if (later != all.begin()) oldest = std::max(oldest, std::prev(later)->index);
    }
    return oldest;
  }

  /// Returns the last that a seq_cst operation stored or read.
  std::uint32_t sequential() const { return sequential_; }

 private:
  std::deque<Stored> stores_;         // in the order of the schedule
  std::vector<std::uint32_t> order_;  // modification order: indices of stores_
  std::uint32_t overwritten_ = 0;
  std::uint32_t sequential_ = 0;         // the last that a seq_cst operation stored or read
  std::uint32_t last_place_ = 0;         // the last that does not follow
  std::vector<std::vector<Seen>> seen_;  // by thread, ascending
};

}  // namespace kata::model::old_values
