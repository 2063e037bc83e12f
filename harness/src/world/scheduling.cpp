// SPDX-License-Identifier: MIT
// Who goes on: World's part that chooses among the threads, switches, blocks and wakes.
#include <algorithm>

#include "world/world.hpp"

namespace kata::model {

using choice::Candidates;

namespace {

// Points that the clock may stand still while a timer is pending and threads only wait for it:
// computing takes no time in the model, but it cannot take none for ever.
constexpr std::uint32_t points_before_time_passes = 5'000;
// Before that everybody gets turns, or whom the last timer woke might not have had one yet.
constexpr std::uint32_t points_before_turns = 3'000;
constexpr std::uint32_t passive_points_before_time_passes = 400;
// How much longer threads may go on while the next timer is a guard.
constexpr std::uint32_t patience_of_guards = 100;

}  // namespace

// Whether the next timer is a guard, which threads that are ready keep.
bool World::is_guarded() const { return limits.guard_time != never && clock_.next_is_guard(); }

// ---- choosing and switching ---------------------------------------------------------------------

[[gnu::always_inline]] inline void World::switch_to(Thread& next) {
  Thread* self = running;
  if (&next == self) return;
  ++statistics.switches;
  self->in_a_row = 0;
  running = observed = &next;
  fiber::switch_context(*self->slot, *next.slot);
}

Thread& World::choose_next() {
  for (;;) {
    const bool time_may_pass = features.early_timers && clock_.has_timers();
    if (!threads_.runnable().empty()) {
      const std::uint32_t still = clock_.has_timers() ? points_ - clock_.moved_at : 0;
      if (still > points_before_time_passes &&
          (still > points_before_time_passes * patience_of_guards || !is_guarded())) {
        // A thread keeps looking while all there is to wait for is time.
        outcome_.notice(warnings::busy_wait, running->id,
                        trace.on() ? trace::capture_stack() : trace::Stack());
        return *fire_earliest_timer();
      }
      const bool in_turns = points_ > fair_after_ || still > points_before_turns;
      const bool with_passive =
          !threads_.passive().empty() && (in_turns || chooser.once_in(choice::Kind::thread, 16));
      const Threads::Ids* among = &threads_.runnable();
      if (with_passive || time_may_pass) {
        scratch_ = threads_.runnable();
        if (with_passive) {
          const Threads::Ids& passive = threads_.passive();
          scratch_.insert(scratch_.end(), passive.begin(), passive.end());
        }
        if (time_may_pass) clock_.early(clock_.now(), scratch_);
        among = &scratch_;
      }
      const auto count = static_cast<std::uint32_t>(among->size());
      std::uint32_t at;
      if (in_turns) {
        at = chooser.choose(choice::Kind::thread, count);
      } else {
        const std::uint32_t self =
            running->standing == Standing::runnable ? running->position : count;
        at = chooser.choose_thread({among->data(), count, self, pending_.data()});
      }
      Thread& chosen = threads_[(*among)[at]];
      if (chosen.standing == Standing::blocked) expire_early(chosen, clock_.now());
      return chosen;
    }
    if (!threads_.passive().empty()) {
      // Everybody spins or yields. If a timer is pending, time passes before long.
      const std::uint32_t still = points_ - clock_.moved_at;
      if (clock_.has_timers() && still > passive_points_before_time_passes &&
          (still > passive_points_before_time_passes * patience_of_guards || !is_guarded())) {
        return *fire_earliest_timer();
      }
      if (!clock_.has_timers() && points_ - progress_.point > limits.still_points) {
        if (is_over()) run_too_long();
        stop(Verdict::livelock,
             "the threads that can move only look again and again at what nobody will change");
      }
      revive_passive();
      continue;
    }
    if (clock_.has_timers()) {
      if (time_may_pass) {
        const Nanoseconds anyway = clock_.next();
        scratch_.clear();
        clock_.early(anyway, scratch_);
        if (scratch_.empty()) return *fire_earliest_timer();
        const auto count = static_cast<std::uint32_t>(scratch_.size());
        Thread& chosen = threads_[scratch_[chooser.choose_thread(
            {scratch_.data(), count, count, pending_.data()})]];
        expire_early(chosen, anyway);
        return chosen;
      }
      return *fire_earliest_timer();
    }
    nobody_can_move();
  }
}

void World::expire_early(Thread& thread, Nanoseconds anyway) {
  clock_.spend_early(thread, anyway);
  expire(thread);
}

void World::expire(Thread& thread) {
  clock_.advance(thread.deadline, points_);
  if (clock_.now() > limits.virtual_time) {
    stop(Verdict::time_limit, "the schedule took more than a day of virtual time");
  }
  thread.timed_out = true;
  if (thread.queue != nullptr) std::erase(*thread.queue, thread.id);
  // It is time that wakes it, and not the thread that happens to run.
  const bool acted = running->acted;
  wake(thread);
  running->acted = acted;
}

Thread* World::fire_earliest_timer() {
  // Those due at the same moment may wake in any order.
  scratch_.clear();
  clock_.due(clock_.next(), scratch_);
  const std::uint32_t at =
      chooser.choose(choice::Kind::wakeup, static_cast<std::uint32_t>(scratch_.size()));
  Thread& thread = threads_[scratch_[at]];
  clock_.moved_at = points_;
  expire(thread);
  return &thread;
}

void World::slow_point(std::uintptr_t about) {
  pending_[running->id] = about;
  if (!running->clock.may_tick()) run_too_long();
  if (running->in_a_row >= limits.turn && threads_.runnable().size() + clock_.timer_count() > 1) {
    running->in_a_row = 0;
    give_way();
    return;
  }
  Thread* next;
  if (only_runnable_ && points_ <= fair_after_) {
    const Threads::Ids& runnable = threads_.runnable();
    const Candidates among{runnable.data(), static_cast<std::uint32_t>(runnable.size()),
                           running->position, pending_.data()};
    next = &threads_[runnable[chooser.choose_thread(among)]];
  } else {
    next = &choose_next();
  }
  switch_to(*next);
}

[[gnu::always_inline]] inline void World::switch_inline() { switch_to(choose_next()); }

void World::switch_away() { switch_inline(); }

void World::plain_turn() {
  plain_left_ = plain_accesses_a_turn;
  if (++points_ >= limits.points) run_too_long();
  if (threads_.runnable().size() + clock_.timer_count() + threads_.passive().size() > 1) give_way();
}

void World::give_way() {
  Thread& self = *running;
  pending_[self.id] = 0;
  chooser.strategy().give_way(self.id);
  if (self.standing == Standing::runnable) {
    threads_.take_off(self, Standing::passive);
    threads_.put_passive(self);
    update_quiet();
  }
  switch_away();
  if (self.standing == Standing::passive) {
    threads_.take_off(self, Standing::runnable);
    threads_.put_runnable(self);
    update_quiet();
  }
}

void World::revive_passive() {
  threads_.revive_passive();
  update_quiet();
}

bool World::block(WaitQueue* queue, Nanoseconds deadline, const Awaited& awaited) {
  Thread& self = *running;
  if (deadline != never && deadline <= clock_.now() && !features.early_timers) {
    // Already past: others still get their turn.
    point();
    return false;
  }
  self.timed_out = false;
  self.queue = queue;
  self.guards = queue != nullptr && deadline != never && limits.guard_time != never &&
                deadline - clock_.now() >= limits.guard_time;
  rested();
  const bool is_wait = queue != nullptr;
  if (deadline != never && is_wait) nap_begins(true);
  self.awaited = awaited;
  pending_[self.id] = awaited.object.address;
  if (tracing()) {
    self.blocked_at = trace::capture_stack();
    trace.mark_blocked(self.id);
  }
  if (queue != nullptr) queue->push_back(self.id);
  threads_.take_off(self, Standing::blocked);
  if (deadline != never) {
    clock_.add(self, deadline);
    update_quiet();
  }
  switch_inline();
  if (deadline != never) {
    nap_ends(is_wait, self.timed_out);
  } else {
    self.acted = true;
  }
  return !self.timed_out;
}

void World::wake(Thread& thread, bool changes_something) {
  if (clock_.remove(thread)) update_quiet();
  thread.queue = nullptr;
  threads_.put_runnable(thread);
  ++statistics.wakeups;
  if (changes_something) progress();
}

std::uint32_t World::waiter_to_wake(const WaitQueue& queue) {
  if (fair) return 0;
  const auto count = static_cast<std::uint32_t>(queue.size());
  if (features.prefers != Prefers::none && count > 1 && !chooser.once_in(choice::Kind::waiter, 8)) {
    if (features.prefers == Prefers::newest) return count - 1;
    if (features.prefers == Prefers::oldest) return 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (threads_[queue[i]].futile) return i;
    }
  }
  return chooser.choose_waiter({queue.data(), count, count});
}

bool World::wake_one(WaitQueue& queue, bool changes_something) {
  if (queue.empty()) return false;
  const std::uint32_t at = waiter_to_wake(queue);
  Thread& chosen = threads_[queue[at]];
  queue.erase(queue.begin() + at);
  chosen.woken_from = &queue;
  wake(chosen, changes_something);
  return true;
}

void World::wake_all(WaitQueue& queue) {
  for (const std::uint16_t id : queue) wake(threads_[id]);
  queue.clear();
}

}  // namespace kata::model
