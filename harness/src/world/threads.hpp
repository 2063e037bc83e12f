// SPDX-License-Identifier: MIT
// The threads of a schedule, and which of them could go on.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "world/thread.hpp"

namespace kata::model {

/// Reused from schedule to schedule. Not thread safe.
///
/// Invariants: a thread whose standing is runnable or passive is on the list of that name, at its
/// `position`, and on no other; `alive` counts those that have not finished.
class Threads {
 public:
  using Ids = std::vector<std::uint16_t>;

  std::size_t alive = 0;

  /// Forgets all threads: a schedule begins.
  void reset();
  std::size_t count() const { return used_; }
  Thread& operator[](std::size_t id) { return *all_[id]; }
  const Thread& operator[](std::size_t id) const { return *all_[id]; }
  /// Returns a runnable thread that has done nothing, with the next id.
  Thread& add(fiber::Slot& slot, void* (*start)(void*), void* argument);

  /// Returns the id of a thread that has ended and that nobody can join any more, 0 if there is
  /// none. Rather one whose end `creator` knows of: what it did is then ordered before all that a
  /// thread of the same id does, and no race between the two is missed.
  std::size_t place_of_ended(const detect::ThreadClock& creator) const;
  /// Returns a runnable thread that has done nothing in the place of the ended thread `id`.
  Thread& replace(std::size_t id, void* (*start)(void*), void* argument);

  const Ids& runnable() const { return runnable_; }
  const Ids& passive() const { return passive_; }
  /// Puts a thread that is on no list on one.
  void put_runnable(Thread& thread) { put(runnable_, thread, Standing::runnable); }
  void put_passive(Thread& thread) { put(passive_, thread, Standing::passive); }
  /// Takes a runnable or passive thread off its list and gives it another standing.
  void take_off(Thread& thread, Standing standing);
  /// Makes every passive thread runnable.
  void revive_passive();

 private:
  static void put(Ids& list, Thread& thread, Standing standing);

  std::vector<std::unique_ptr<Thread>> all_;
  std::size_t used_ = 0;
  Ids runnable_;
  Ids passive_;
};

}  // namespace kata::model
