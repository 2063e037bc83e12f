// SPDX-License-Identifier: MIT
// The virtual clock of a schedule, and the threads that wait for a moment.
#pragma once

#include <cstdint>
#include <vector>

#include "world/thread.hpp"

namespace kata::model {

/// Time passes only where the scheduler lets it: computing takes none, unless compute() is called.
/// Not thread safe.
class Clock {
 public:
  /// A schedule begins at 0. `early`: how far in all the clock may run ahead of what it must.
  void reset(Nanoseconds early);
  Nanoseconds now() const { return now_; }
  /// The scheduling point at which the clock last moved, or passed over a chance to.
  std::uint32_t moved_at = 0;

  bool has_timers() const { return !timers_.empty(); }
  std::size_t timer_count() const { return timers_.size(); }
  /// The thread waits until `deadline` at the latest.
  void add(Thread& thread, Nanoseconds deadline);
  /// It does not any more. Returns whether it did.
  bool remove(Thread& thread);

  /// Returns the first deadline, or now if that is past; there is a timer.
  Nanoseconds next() const;
  /// Returns whether the first deadline is a guard's.
  bool next_is_guard() const;
  /// Appends the threads that are due when it is `time`.
  void due(Nanoseconds time, std::vector<std::uint16_t>& ids) const;
  /// Appends the threads whose timers may fire although the clock need not go beyond `anyway`.
  void early(Nanoseconds anyway, std::vector<std::uint16_t>& ids) const;
  /// The timer of `thread` fires although the clock need not go beyond `anyway`.
  void spend_early(const Thread& thread, Nanoseconds anyway);

  /// Moves to `deadline`, unless that is past, at scheduling point `point`.
  void advance(Nanoseconds deadline, std::uint32_t point);
  /// A thread looks at the clock at scheduling point `point`: one that does nothing else must see
  /// the moment come that it waits for.
  void look(std::uint32_t point);
  /// As much time passes as the points since the last call took.
  void compute(std::uint32_t point);

 private:
  Nanoseconds now_ = 0;
  Nanoseconds early_ = 0;  ///< in all
  Nanoseconds early_left_ = 0;
  std::uint32_t looks_ = 0;    ///< since it moved
  std::uint32_t read_at_ = 0;  ///< the point of the last compute()
  std::vector<Thread*> timers_;
};

}  // namespace kata::model
