// SPDX-License-Identifier: MIT
#include "world/world.hpp"

#include "fiber/image.hpp"
#include "world/program.hpp"
#include "world/spin.hpp"

namespace kata::model {

World* world = nullptr;
Thread* observed = nullptr;
bool watching = false;

namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t z = (a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6))) * 0xbf58476d1ce4e5b9ULL;
  return z ^ (z >> 29);
}

}  // namespace

World::World(Hooks hooks) : hooks_(hooks) {
  slots.open();
  pending_.resize(fiber::SlotPool::capacity);
  trace::set_stack_bottom(reinterpret_cast<void (*)()>(&World::thread_main));
}

void World::reset() {
  ++schedules_;
  used_ = 0;
  alive_ = 0;
  runnable_.clear();
  passive_.clear();
  timers_.clear();
  kept_out_.clear();
  exclusive_ = nullptr;
  open_values = OpenValues::none;
  exclusive_released_.clear();
  watch_leavers_ = napped_ = false;
  points_ = 0;
  last_change_ = 0;
  progress_point_ = 0;
  plain_left_ = plain_accesses_a_turn;
  progress_ = 0;
  clock_reads_ = 0;
  now_ = 0;
  early_left_ = limits.early_time;
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
  computing_ = nullptr;
  Thread* main = create(
      [](void*) -> void* {
        world->body_();
        world->expect_no_threads_left(nullptr);
        return nullptr;
      },
      nullptr);
  if (main == nullptr) {
    outcome_.failure.emplace().message =
        fiber::thread_locals_size() > fiber::SlotPool::largest_thread_locals
            ? "the thread_local variables take more than " +
                  std::to_string(fiber::SlotPool::largest_thread_locals >> 20) +
                  " MB, which is more than the judge has room for"
            : "the system gave no thread to borrow storage from";
    return;
  }
  main->name = "main";
  main->of_harness = true;
  running = observed = main;
  list_remove(runnable_, *main);
  list_add(runnable_, *main, Standing::runnable);
  fiber::switch_context(slots.engine(), *main->slot);
  running = observed = nullptr;
  judge_computing();
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
  const std::uint32_t bits = chooser.choose(choice::Kind::feature, 2048);
  features.spurious_wakeups = (bits & 3) == 3;
  features.points_at_unlock = (bits & 4) != 0;
  features.slow_callbacks = (bits & 8) != 0;
  features.early_timers = !ideal && (bits & 16) != 0;
  features.writers_first = (bits & 32) != 0;
  features.stubborn_spins = (bits & 64) != 0;
  features.weak_failures = (bits & 0x180) == 0x180;
  features.old_values = !ideal && (bits & 0x600) == 0x600;
  update_quiet();
}

// ---- threads ------------------------------------------------------------------------------------

Thread* World::create(void* (*start)(void*), void* argument, std::size_t stack) {
  fiber::Slot* slot = used_ < fiber::SlotPool::capacity ? slots.at(used_, stack) : nullptr;
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
  hooks_.run_exit_handlers();
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

// What a thread may still do when its call is over: wake those who wait for it, let go of what it
// shared with them, and use locks and atomics in heap memory. That is its own by now: were it not,
// it would have been freed, and its use is noticed. Calling back, sleeping and starting threads is
// going on with the work.
bool World::may_part(trace::Operation operation, std::uintptr_t object) const {
  switch (trace::traits(operation).parting) {
    case trace::Parting::never:
      return false;
    case trace::Parting::on_heap:
      return hooks_.is_allocated(object);
    case trace::Parting::atomic:
      return hooks_.is_allocated(object) || is_parting();
    case trace::Parting::always:
      return true;
  }
  return false;
}

void World::check_leaver(trace::Operation operation, std::uintptr_t object) {
  if (running->must_be_over == nullptr || running->leaving) return;
  if (may_part(operation, object)) return;
  stop(Verdict::thread_leak,
       "thread " + std::to_string(running->id) + " is still running when " + running->must_be_over +
           " has returned",
       "Every thread that an answer starts must be joined before the call returns.");
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

void World::add_event(trace::Operation operation, const trace::ObjectName& name,
                      const char* detail) {
  if (!tracing()) return;
  trace.add({.step = points_,
             .thread = running->id,
             .operation = operation,
             .object = name,
             .detail = detail != nullptr ? detail : "",
             .stack = {}});
}

}  // namespace kata::model
