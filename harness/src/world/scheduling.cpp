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
// Points without any change, all threads having had turns, before nothing will ever change.
constexpr std::uint32_t points_before_livelock = 20'000;

}  // namespace

// ---- lists --------------------------------------------------------------------------------------

void World::list_add(std::vector<std::uint16_t>& list, Thread& thread, Standing standing) {
  thread.standing = standing;
  thread.position = static_cast<std::uint32_t>(list.size());
  list.push_back(thread.id);
}

void World::list_remove(std::vector<std::uint16_t>& list, Thread& thread) {
  const std::uint16_t last = list.back();
  list[thread.position] = last;
  threads_[last]->position = thread.position;
  list.pop_back();
}

void World::timer_add(Thread& thread, Nanoseconds deadline) {
  thread.deadline = deadline;
  timers_.push_back(thread.id);
  thread.timer = static_cast<std::uint32_t>(timers_.size());
  update_quiet();
}

void World::timer_remove(Thread& thread) {
  if (thread.timer == 0) return;
  const std::uint16_t last = timers_.back();
  timers_[thread.timer - 1] = last;
  threads_[last]->timer = thread.timer;
  timers_.pop_back();
  thread.timer = 0;
  thread.deadline = never;
  update_quiet();
}

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
    const bool time_may_pass = features.early_timers && !timers_.empty();
    if (!runnable_.empty()) {
      const std::uint32_t still = timers_.empty() ? 0 : points_ - last_change_;
      if (still > points_before_time_passes) {
        outcome_.busy_wait =
            true;  // something keeps looking while all there is to wait for is time
        outcome_.busy_wait_thread = running->id;
        if (trace.on()) outcome_.busy_wait_at = trace::capture_stack();
        return *fire_earliest_timer();
      }
      const bool in_turns = points_ > fair_after_ || still > points_before_turns;
      const bool with_passive =
          !passive_.empty() && (in_turns || chooser.once_in(choice::Kind::thread, 16));
      const std::vector<std::uint16_t>* among = &runnable_;
      if (with_passive || time_may_pass) {
        scratch_ = runnable_;
        if (with_passive) scratch_.insert(scratch_.end(), passive_.begin(), passive_.end());
        if (time_may_pass) add_early_timers(now_);
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
      Thread& chosen = *threads_[(*among)[at]];
      if (chosen.standing == Standing::blocked) expire_early(chosen, now_);
      return chosen;
    }
    if (!passive_.empty()) {
      // Everybody spins or yields. If a timer is pending, time passes before long.
      if (!timers_.empty() && points_ - last_change_ > passive_points_before_time_passes) {
        return *fire_earliest_timer();
      }
      if (timers_.empty() && points_ - progress_point_ > points_before_livelock) {
        if (is_over()) run_too_long();
        stop(Verdict::livelock,
             "the threads that can move only look again and again at what nobody will change");
      }
      revive_passive();
      continue;
    }
    if (!timers_.empty()) {
      if (time_may_pass) {
        Nanoseconds earliest = never;
        for (const std::uint16_t id : timers_) {
          earliest = std::min(earliest, threads_[id]->deadline);
        }
        scratch_.clear();
        add_early_timers(std::max(earliest, now_));
        const auto count = static_cast<std::uint32_t>(scratch_.size());
        Thread& chosen = *threads_[scratch_[chooser.choose_thread(
            {scratch_.data(), count, count, pending_.data()})]];
        expire_early(chosen, std::max(earliest, now_));
        return chosen;
      }
      return *fire_earliest_timer();
    }
    nobody_can_move();
  }
}

// Adds to scratch_ the timers that may fire although the clock need not go beyond `anyway`.
void World::add_early_timers(Nanoseconds anyway) {
  for (const std::uint16_t id : timers_) {
    if (threads_[id]->deadline - anyway <= early_left_) scratch_.push_back(id);
  }
}

void World::expire_early(Thread& thread, Nanoseconds anyway) {
  early_left_ -= std::max(Nanoseconds{0}, thread.deadline - anyway);
  expire(thread);
}

void World::expire(Thread& thread) {
  if (thread.deadline > now_) {
    now_ = thread.deadline;
    last_change_ = points_;
    clock_reads_ = 0;
  }
  if (now_ > limits.virtual_time) {
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
  Nanoseconds earliest = never;
  for (const std::uint16_t id : timers_) earliest = std::min(earliest, threads_[id]->deadline);
  scratch_.clear();
  for (const std::uint16_t id : timers_) {
    if (threads_[id]->deadline <= std::max(earliest, now_)) scratch_.push_back(id);
  }
  const std::uint32_t at =
      chooser.choose(choice::Kind::wakeup, static_cast<std::uint32_t>(scratch_.size()));
  Thread& thread = *threads_[scratch_[at]];
  last_change_ = points_;
  expire(thread);
  return &thread;
}

void World::slow_point(std::uintptr_t about) {
  pending_[running->id] = about;
  if (!running->clock.may_tick()) run_too_long();
  if (running->in_a_row >= limits.turn && runnable_.size() + timers_.size() > 1) {
    running->in_a_row = 0;
    give_way();
    return;
  }
  Thread* next;
  if (only_runnable_ && points_ <= fair_after_) {
    const Candidates among{runnable_.data(), static_cast<std::uint32_t>(runnable_.size()),
                           running->position, pending_.data()};
    next = threads_[runnable_[chooser.choose_thread(among)]].get();
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
  if (runnable_.size() + timers_.size() + passive_.size() > 1) give_way();
}

void World::give_way() {
  Thread& self = *running;
  pending_[self.id] = 0;
  chooser.strategy().give_way(self.id);
  if (self.standing == Standing::runnable) {
    list_remove(runnable_, self);
    list_add(passive_, self, Standing::passive);
    update_quiet();
  }
  switch_away();
  if (self.standing == Standing::passive) {
    list_remove(passive_, self);
    list_add(runnable_, self, Standing::runnable);
    update_quiet();
  }
}

void World::revive_passive() {
  for (const std::uint16_t id : passive_) {
    Thread& thread = *threads_[id];
    list_add(runnable_, thread, Standing::runnable);
  }
  passive_.clear();
  update_quiet();
}

bool World::block(WaitQueue* queue, Nanoseconds deadline, const Awaited& awaited) {
  Thread& self = *running;
  if (deadline != never && deadline <= now_ && !features.early_timers) {
    // Already past: others still get their turn.
    point();
    return false;
  }
  self.timed_out = false;
  self.queue = queue;
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
  list_remove(self.standing == Standing::runnable ? runnable_ : passive_, self);
  self.standing = Standing::blocked;
  if (deadline != never) timer_add(self, deadline);
  switch_inline();
  if (deadline != never) {
    nap_ends(is_wait, self.timed_out);
  } else {
    self.acted = true;
  }
  return !self.timed_out;
}

void World::wake(Thread& thread, bool changes_something) {
  timer_remove(thread);
  thread.queue = nullptr;
  list_add(runnable_, thread, Standing::runnable);
  ++statistics.wakeups;
  if (changes_something) progress();
}

bool World::wake_one(WaitQueue& queue, bool changes_something) {
  if (queue.empty()) return false;
  const auto count = static_cast<std::uint32_t>(queue.size());
  const std::uint32_t at = fair ? 0 : chooser.choose_waiter({queue.data(), count, count});
  Thread& chosen = *threads_[queue[at]];
  queue.erase(queue.begin() + at);
  wake(chosen, changes_something);
  return true;
}

void World::wake_all(WaitQueue& queue) {
  for (const std::uint16_t id : queue) wake(*threads_[id]);
  queue.clear();
}

}  // namespace kata::model
