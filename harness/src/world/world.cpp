// SPDX-License-Identifier: MIT
#include "world/world.hpp"

#include "fiber/image.hpp"
#include "world/program.hpp"

namespace kata::model {

namespace {

// A fault of the machine, whatever the submission.
constexpr const char* no_thread_given = "the system gave no thread to borrow storage from";
constexpr const char* look_at_limits =
    "This says nothing about the submission. Look at the limits on processes and memory (ulimit "
    "-u, "
    "the container's pids limit).";

}  // namespace

World* world = nullptr;
Thread* observed = nullptr;
bool watching = false;

namespace {

// How much of a fresh stack is filled: the hot end, where the objects live which outlast a call. A
// program's functions may have more on it, and are fewer.
constexpr std::size_t forgotten = 3 * 1024;
constexpr std::size_t forgotten_of_program = 64 * 1024;

}  // namespace

World::World(Hooks hooks) : hooks_(hooks) {
  slots.open();
  pending_.resize(fiber::SlotPool::capacity);
  trace::set_stack_bottom(reinterpret_cast<void (*)()>(&World::thread_main));
}

void World::reset() {
  ++schedules_;
  threads_.reset();
  clock_.reset(limits.early_time);
  exclusive_.reset();
  exits_.reset();
  progress_ = {};
  open_values = OpenValues::none;
  points_ = 0;
  plain_left_ = plain_accesses_a_turn;
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
    Failure& failure = outcome_.failure.emplace();
    const bool too_large = fiber::thread_locals_size() > fiber::SlotPool::largest_thread_locals;
    failure.message = too_large ? "the thread_local variables take more than " +
                                      std::to_string(fiber::SlotPool::largest_thread_locals >> 20) +
                                      " MB, which is more than the judge has room for"
                                : no_thread_given;
    if (!too_large) failure.rule = look_at_limits;
    // A submission decides it, and gets no other verdict by it than by other memory.
    if (too_large && program_main == nullptr) failure.verdict = Verdict::memory_limit;
    return;
  }
  main->name = "main";
  main->of_harness = true;
  running = observed = main;
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
  const std::uint32_t bits = chooser.choose(choice::Kind::feature, 2048 * 8 * 8);
  features.spurious_wakeups = (bits & 3) == 3;
  features.points_at_unlock = (bits & 4) != 0;
  features.slow_callbacks = (bits & 8) != 0;
  features.early_timers = !ideal && (bits & 16) != 0;
  features.writers_first = (bits & 32) != 0;
  features.stubborn_spins = (bits & 64) != 0;
  features.weak_failures = (bits & 0x180) == 0x180;
  features.old_values = !ideal && (bits & 0x600) == 0x600;
  // Implementations wake the oldest, or nearly so: half of the schedules do.
  constexpr Prefers prefers[] = {Prefers::none,   Prefers::none,   Prefers::newest,
                                 Prefers::futile, Prefers::oldest, Prefers::oldest,
                                 Prefers::oldest, Prefers::oldest};
  features.prefers = prefers[bits >> 11 & 7];
  constexpr std::uint8_t fills[] = {0xCD, 0xCD, 0xCD, 0xCD, 0x00, 0x00, 0xFF, 0x01};
  features.fill = fill_instead.value_or(fills[bits >> 14 & 7]);
  update_quiet();
}

// ---- threads ------------------------------------------------------------------------------------

Thread* World::create(void* (*start)(void*), void* argument, std::size_t stack) {
  std::size_t id = threads_.count();
  const bool again = id >= fiber::SlotPool::capacity;
  if (again) id = threads_.place_of_ended(running->clock);
  if (again && id == 0) return nullptr;
  fiber::Slot* slot = slots.at(id, stack);
  if (slot == nullptr) {
    if (running != nullptr) stop(Verdict::internal_error, no_thread_given, look_at_limits);
    return nullptr;
  }
  Thread& fresh =
      again ? threads_.replace(id, start, argument) : threads_.add(*slot, start, argument);
  pending_[id] = 0;
  if (running != nullptr) {
    detect::VectorClock& known = fresh.clock.known;
    known.join(running->clock.known);
    running->clock.release(
        known);  // ticks the creator: what it does next is not known to the child
    fresh.order = order::mixed(running->order, fresh.id);
    if (trace.on()) fresh.created_at = trace::capture_stack();
  }
  fiber::prepare(*slot, &World::thread_main, features.fill,
                 program_main != nullptr ? forgotten_of_program : forgotten);
  statistics.most_threads =
      std::max(statistics.most_threads, static_cast<std::uint32_t>(threads_.count()));
  progress();
  return &fresh;
}

Thread* World::thread_of(std::uintptr_t handle) {
  const std::size_t index = slots.index_of(handle);
  return index < threads_.count() ? &threads_[index] : nullptr;
}

void World::thread_main() {
  Thread& self = *world->running;
  self.result = self.start(self.argument);
  world->finish_thread();
}

void World::finish_thread() {
  Thread& self = *running;
  hooks_.run_exit_handlers();
  // main went through pthread_exit, so the last thread ends the process.
  if (threads_.alive == 1 && program_main != nullptr) end_program(0, AtExit::run, "");
  threads_.take_off(self, Standing::finished);
  --threads_.alive;
  wake_all(self.joiners);
  progress();
  outcome_.order += order::mixed(self.order, 0x51ed);
  if (threads_.alive == 0) back_to_engine();
  switch_away();
  __builtin_unreachable();
}

void World::summarise() {
  statistics.points += points_;
  statistics.longest_ns = std::max(statistics.longest_ns, clock_.now());
  typical_length_ = std::max(1U, (typical_length_ * 7 + points_) / 8);
  outcome_.instance = instance;
  if (!outcome_.failure && !outcome_.unordered && !trace.on()) return;
  for (std::size_t i = 0; i < threads_.count(); ++i) {
    const Thread& thread = threads_[i];
    ThreadState state = thread.standing == Standing::finished  ? ThreadState::finished
                        : thread.standing == Standing::blocked ? ThreadState::blocked
                                                               : ThreadState::runnable;
    if (outcome_.failure && outcome_.failure->thread == thread.id &&
        thread.standing != Standing::finished && thread.standing != Standing::blocked) {
      state = ThreadState::running;
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
