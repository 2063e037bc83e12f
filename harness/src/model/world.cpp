// SPDX-License-Identifier: MIT
#include "model/world.hpp"

#include <utility>

#include "model/heap.hpp"
#include "model/join.hpp"
#include "model/program.hpp"
#include "model/spin.hpp"

namespace kata::model {

using choice::Candidates;

World* world = nullptr;
Thread* observed = nullptr;
bool watching = false;

namespace {

// Reads without any change in between before a thread counts as spinning.
constexpr std::uint32_t idle_before_giving_way = 6;
// Rounds of such reads, and yields, before it is called busy waiting.
constexpr std::uint32_t idle_rounds_before_warning = 4;
// The same for looks under a lock: these are what ordinary reading looks like too, so only very
// many that changed nothing, while nobody else changed anything, are waiting.
constexpr std::uint32_t idle_unlock_rounds_before_warning = 30;
// Rounds of such reads, and yields, that a stubborn spinner gets before it is passed over after
// all: more than libstdc++ takes before it goes to sleep, so that what happens if it does is seen.
constexpr std::uint32_t stubborn_rounds = 10;
// Points that the clock may stand still while a timer is pending and threads only wait for it:
// computing takes no time in the model, but it cannot take none for ever.
constexpr std::uint32_t points_before_time_passes = 5'000;
// Before that everybody gets turns, or whom the last timer woke might not have had one yet.
constexpr std::uint32_t points_before_turns = 3'000;
constexpr std::uint32_t passive_points_before_time_passes = 400;
constexpr std::uint32_t plain_accesses_a_turn = 4'096;
// Points without any change, all threads having had turns, before nothing will ever change.
constexpr std::uint32_t points_before_livelock = 20'000;

// What a thread may still do when its call is over: wake those who wait for it, let go of what it
// shared with them, and use locks and atomics in heap memory. That is its own by now: were it not,
// it would have been freed, and its use is noticed. Calling back, sleeping and starting threads is
// going on with the work.
bool is_parting_operation(std::uint32_t code, std::uintptr_t object) {
  constexpr std::uint32_t wake_atomic = 62;
  constexpr std::uint32_t first_of_others = 71;
  const bool atomic = code >= 101 && code <= 111;
  if (code == wake_atomic) return true;
  if (heap.contains(reinterpret_cast<void*>(object))) return atomic || code < first_of_others;
  return atomic && is_parting();
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t z = (a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6))) * 0xbf58476d1ce4e5b9ULL;
  return z ^ (z >> 29);
}

}  // namespace

World::World() {
  slots.open();
  pending_.resize(fiber::SlotPool::capacity);
  trace::set_stack_bottom(reinterpret_cast<void (*)()>(&World::thread_main));
}

void World::reset() {
  used_ = 0;
  alive_ = 0;
  runnable_.clear();
  passive_.clear();
  timers_.clear();
  watch_leavers_ = napped_ = false;
  points_ = 0;
  last_change_ = 0;
  progress_point_ = 0;
  plain_left_ = plain_accesses_a_turn;
  progress_ = 0;
  clock_reads_ = 0;
  now_ = 0;
  features = Features{};
  ideal_time = fair = false;
  fair_after_ = limits.fair_after;
  detached_in_foreign_stack = false;
  instance.clear();
  outcome_ = Outcome{};
  update_quiet();
}

void World::run(void (*body)(), choice::Strategy& strategy, std::uint64_t seed) {
  reset();
  strategy.begin(seed, typical_length_);
  chooser.begin(strategy);
  body_ = body;
  Thread* main = create(
      [](void*) -> void* {
        world->body_();
        world->expect_no_threads_left(nullptr);
        return nullptr;
      },
      nullptr);
  if (main == nullptr) {
    outcome_.failure.emplace().message = "the system gave no thread to borrow storage from";
    return;
  }
  main->name = "main";
  main->of_harness = true;
  running = observed = main;
  list_remove(runnable_, *main);
  list_add(runnable_, *main, Standing::runnable);
  fiber::switch_context(slots.engine(), *main->slot);
  running = observed = nullptr;
  summarise();
}

void World::draw_features(bool ideal, bool is_fair) {
  ideal_time = ideal;
  fair = is_fair;
  if (fair) {
    // A shared mutex that lets readers pass a waiting writer is the library's unfairness.
    features.writers_first = true;
    fair_after_ = 0;
    return;
  }
  const std::uint32_t bits = chooser.choose(choice::Kind::feature, 512);
  features.spurious_wakeups = (bits & 3) == 3;
  features.points_at_unlock = (bits & 4) != 0;
  features.slow_callbacks = (bits & 8) != 0;
  features.early_timers = !ideal && (bits & 16) != 0;
  features.writers_first = (bits & 32) != 0;
  features.stubborn_spins = (bits & 64) != 0;
  features.weak_failures = (bits & 0x180) == 0x180;
  update_quiet();
}

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

void World::switch_to(Thread& next) {
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
        return *fire_earliest_timer();
      }
      const bool in_turns = points_ > fair_after_ || still > points_before_turns;
      const bool with_passive =
          !passive_.empty() && (in_turns || chooser.once_in(choice::Kind::thread, 16));
      const std::vector<std::uint16_t>* among = &runnable_;
      if (with_passive || time_may_pass) {
        scratch_ = runnable_;
        if (with_passive) scratch_.insert(scratch_.end(), passive_.begin(), passive_.end());
        if (time_may_pass) scratch_.insert(scratch_.end(), timers_.begin(), timers_.end());
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
      if (chosen.standing == Standing::blocked) expire(chosen);
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
        const auto count = static_cast<std::uint32_t>(timers_.size());
        Thread& chosen = *threads_[timers_[chooser.choose_thread(
            {timers_.data(), count, count, pending_.data()})]];
        expire(chosen);
        return chosen;
      }
      return *fire_earliest_timer();
    }
    nobody_can_move();
  }
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
  if (only_runnable_ && points_ <= fair_after_) {
    const Candidates among{runnable_.data(), static_cast<std::uint32_t>(runnable_.size()),
                           running->position, pending_.data()};
    switch_to(*threads_[runnable_[chooser.choose_thread(among)]]);
    return;
  }
  switch_to(choose_next());
}

void World::switch_away() { switch_to(choose_next()); }

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
  if (deadline != never) {
    timer_add(self, deadline);
    switch_away();
    nap_ends(is_wait, self.timed_out);
  } else {
    switch_away();
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

void World::idle_read(std::uint32_t site) {
  Thread& self = *running;
  if (self.progress_seen != progress_) {
    self.progress_seen = progress_;
    self.idle = 0;
    return;
  }
  if (++self.idle < idle_before_giving_way) return;
  self.idle = 0;
  note_idle_round(site, idle_rounds_before_warning);
  if (!features.stubborn_spins || self.idle_rounds > stubborn_rounds) give_way();
}

void World::yield(std::uint32_t site) {
  Thread& self = *running;
  if (self.progress_seen == progress_) note_idle_round(site, idle_rounds_before_warning);
  self.progress_seen = progress_;
  if (features.stubborn_spins && self.idle_rounds <= stubborn_rounds) {
    point();
  } else if (++points_ >= limits.points) {
    run_too_long();
  } else {
    give_way();
  }
}

void World::idle_unlock() {
  Thread& self = *running;
  if (self.progress_seen != progress_) {
    self.progress_seen = progress_;
    self.idle = self.idle_rounds = 0;
    return;
  }
  if (++self.idle < idle_before_giving_way) return;
  self.idle = 0;
  note_idle_round(0, idle_unlock_rounds_before_warning);
  if (!features.stubborn_spins || self.idle_rounds > stubborn_rounds) give_way();
}

void World::note_idle_round(std::uint32_t site, std::uint32_t rounds_before_warning) {
  Thread& self = *running;
  if (++self.idle_rounds < rounds_before_warning || outcome_.busy_wait || is_librarys_spin())
    return;
  outcome_.busy_wait = true;
  outcome_.busy_wait_thread = self.id;
  outcome_.busy_wait_pc = site;
}

Nanoseconds World::read_clock(std::uint32_t site) {
  // A loop that waits for a moment by looking at the clock must see it come.
  if (++clock_reads_ > 64 && timers_.empty()) {
    now_ += 1'000'000;
    last_change_ = points_;
  }
  if (running != nullptr && observed != nullptr) idle_read(site);
  return now_;
}

// ---- threads ------------------------------------------------------------------------------------

Thread* World::create(void* (*start)(void*), void* argument) {
  fiber::Slot* slot = used_ < fiber::SlotPool::capacity ? slots.at(used_) : nullptr;
  if (slot == nullptr) return nullptr;
  if (used_ == threads_.size()) threads_.push_back(std::make_unique<Thread>());
  Thread& fresh = *threads_[used_];
  fresh.id = static_cast<std::uint16_t>(used_++);
  fresh.timed_out = fresh.detached = fresh.joined = fresh.of_harness = fresh.leaving = false;
  fresh.in_library_exit = false;
  fresh.must_be_over = nullptr;
  pending_[fresh.id] = 0;
  fresh.timer = 0;
  fresh.deadline = never;
  fresh.queue = nullptr;
  fresh.slot = slot;
  fresh.start = start;
  fresh.argument = argument;
  fresh.result = nullptr;
  fresh.joiners.clear();
  fresh.order = fresh.id;
  fresh.progress_seen = fresh.idle = fresh.idle_rounds = fresh.in_a_row = 0;
  fresh.acted = fresh.wrote_before = false;
  fresh.looks = 0;
  fresh.woke = 0;
  fresh.name.clear();
  fresh.created_at.clear();
  fresh.blocked_at.clear();
  fresh.destructors.clear();
  fresh.specific.clear();
  fresh.fence_released.clear();
  fresh.read_relaxed.clear();
  fresh.clock.start(fresh.id);
  if (running != nullptr) {
    detect::VectorClock& known = fresh.clock.known;
    known.join(running->clock.known);
    running->clock.release(
        known);  // ticks the creator: what it does next is not known to the child
    fresh.order = mix(running->order, fresh.id);
    if (trace.on()) fresh.created_at = trace::capture_stack();
  }
  fiber::prepare(*slot, &World::thread_main);
  ++alive_;
  list_add(runnable_, fresh, Standing::runnable);
  statistics.most_threads = std::max(statistics.most_threads, static_cast<std::uint32_t>(used_));
  progress();
  return &fresh;
}

Thread* World::thread_of(std::uintptr_t handle) {
  const std::size_t index = slots.index_of(handle);
  return index < used_ ? threads_[index].get() : nullptr;
}

void World::thread_main() noexcept {
  Thread& self = *world->running;
  self.result = self.start(self.argument);
  world->finish_thread();
}

void World::finish_thread() {
  Thread& self = *running;
  run_exit_handlers();
  // main went through pthread_exit, so the last thread ends the process.
  if (alive_ == 1 && program_main != nullptr) end_program(0, AtExit::run, "");
  list_remove(self.standing == Standing::runnable ? runnable_ : passive_, self);
  self.standing = Standing::finished;
  --alive_;
  wake_all(self.joiners);
  progress();
  outcome_.order += mix(self.order, 0x51ed);
  if (alive_ == 0) back_to_engine();
  switch_away();
  __builtin_unreachable();
}

void World::expect_no_threads_left(const char* what) {
  for (std::size_t i = 0; i < used_; ++i) {
    Thread& thread = *threads_[i];
    if (thread.of_harness || thread.standing == Standing::finished) continue;
    thread.must_be_over = what != nullptr ? what : "the last call";
    watch_leavers_ = true;
    if (thread.standing == Standing::blocked) {
      stop(Verdict::thread_leak,
           "thread " + std::to_string(thread.id) + " is still waiting when " + thread.must_be_over +
               " has returned",
           "Every thread that an answer starts must be joined before the call returns.");
    }
  }
  update_quiet();
}

void World::check_leaver(std::uint32_t code, std::uintptr_t object) {
  if (running->must_be_over == nullptr || running->leaving) return;
  if (is_parting_operation(code, object)) return;
  stop(Verdict::thread_leak,
       "thread " + std::to_string(running->id) + " is still running when " + running->must_be_over +
           " has returned",
       "Every thread that an answer starts must be joined before the call returns.");
}

// ---- ends ---------------------------------------------------------------------------------------

bool World::is_over() const {
  return threads_[0]->standing == Standing::finished && program_main == nullptr;
}

void World::end() { back_to_engine(); }

void World::back_to_engine() {
  fiber::switch_context(*running->slot, slots.engine());
  __builtin_unreachable();
}

void World::stop(Failure failure) {
  failure.thread = running->id;
  failure.stack = trace::capture_stack();
  outcome_.failure = std::move(failure);
  back_to_engine();
}

void World::stop(Verdict verdict, std::string message, std::string rule) {
  Failure failure;
  failure.verdict = verdict;
  failure.message = std::move(message);
  failure.rule = std::move(rule);
  stop(std::move(failure));
}

void World::stop_from_signal(Verdict verdict, const char* message) {
  Failure failure;
  if (verdict == Verdict::crash && detached_in_foreign_stack && program_main == nullptr) {
    verdict = Verdict::thread_leak;
    message = "a detached thread used local variables of a call that had returned, and broke it";
  }
  failure.verdict = verdict;
  failure.message = message;
  failure.from_signal = true;
  failure.thread = running != nullptr ? running->id : std::uint16_t{0};
  outcome_.failure = std::move(failure);
  fiber::switch_context(signal_slot_, slots.engine());
  __builtin_unreachable();
}

void World::run_too_long() {
  if (is_over()) {
    stop(Verdict::thread_leak, "a thread goes on for ever after the last call has returned");
  }
  stop(Verdict::livelock, "threads keep moving, but the schedule does not end within " +
                              std::to_string(limits.points) + " steps");
}

void World::nobody_can_move() {
  std::string blocked;
  for (std::size_t i = 0; i < used_; ++i) {
    const Thread& thread = *threads_[i];
    if (thread.standing != Standing::blocked) continue;
    if (!blocked.empty()) blocked += ", ";
    blocked += thread.name.empty() ? "thread " + std::to_string(thread.id) : thread.name;
    blocked += std::string(" waits for ") + thread.awaited.kind;
  }
  if (is_over()) {
    stop(Verdict::thread_leak, "threads are left waiting for ever: " + blocked);
  }
  stop(Verdict::deadlock, "no thread can move: " + blocked);
}

void World::summarise() {
  statistics.points += points_;
  statistics.longest_ns = std::max(statistics.longest_ns, now_);
  typical_length_ = std::max(1U, (typical_length_ * 7 + points_) / 8);
  outcome_.instance = instance;
  if (!outcome_.failure && !outcome_.unordered && !trace.on()) return;
  for (std::size_t i = 0; i < used_; ++i) {
    const Thread& thread = *threads_[i];
    const char* state = thread.standing == Standing::finished  ? "finished"
                        : thread.standing == Standing::blocked ? "blocked"
                                                               : "runnable";
    if (outcome_.failure && outcome_.failure->thread == thread.id &&
        thread.standing != Standing::finished && thread.standing != Standing::blocked) {
      state = "running";
    }
    outcome_.threads.push_back({thread.id, thread.name, state, thread.created_at});
    if (thread.standing != Standing::blocked) continue;
    outcome_.waiting.push_back({thread.awaited, thread.id, thread.blocked_at});
  }
}

void World::add_event(const char* operation, const trace::ObjectName& name, const char* detail) {
  if (!tracing()) return;
  trace.add({.step = points_,
             .thread = running->id,
             .operation = operation,
             .object = name,
             .detail = detail != nullptr ? detail : "",
             .stack = {}});
}

}  // namespace kata::model
