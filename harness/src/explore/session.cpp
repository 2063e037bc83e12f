// SPDX-License-Identifier: MIT
#include "explore/session.hpp"

#include <sys/single_threaded.h>

#include <exception>

#include "detect/shadow.hpp"
#include "fiber/image.hpp"
#include "intercept/faults.hpp"
#include "intercept/signals.hpp"
#include "memory/heap.hpp"
#include "model/atomic.hpp"
#include "model/join.hpp"
#include "oracle/oracle.hpp"
#include "trace/symbols.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"
#include "world/racy.hpp"

namespace kata::explore {

namespace {

using model::world;

bool all_from(detect::Pc pc, const char* part) {
  for (const trace::Frame& frame : trace::frames_of(pc)) {
    if (frame.function.find(part) != std::string::npos) return true;
  }
  return false;
}

// libstdc++ 12's atomic<shared_ptr> unlocks its bit lock with a relaxed operation after a load:
// a race in the library by the letter, harmless in practice, and not the student's.
bool is_librarys_own(const detect::Race& race) {
  return all_from(race.first_pc, "_Sp_atomic") && all_from(race.second_pc, "_Sp_atomic");
}

// Whether a std::barrier's own code arrives there, or ends a phase.
bool is_arrival(detect::Pc pc, detect::Access access) {
  if (access != detect::Access::read && access != detect::Access::write) return false;
  const std::vector<trace::Frame>& frames = trace::frames_of(pc);
  if (frames.empty()) return false;
  const std::string& function = frames.front().function;
  return function.starts_with("std::__tree_barrier<") &&
         (function.ends_with("::arrive") || function.ends_with("::_M_arrive"));
}

// The one plain variable of a std::barrier that changes, where a phase ends, is read by all who
// arrive. Those whom the phase is for are ordered with its end by having arrived or waited; who is
// not can come while all that the barrier was made for have arrived already.
bool is_overfull_barrier(const detect::Race& race) {
  return is_arrival(race.first_pc, race.first_access) &&
         is_arrival(race.second_pc, race.second_access);
}

const char* noun(detect::Access access) {
  switch (access) {
    case detect::Access::read:
      return "read";
    case detect::Access::write:
      return "write";
    case detect::Access::atomic_read:
      return "atomic read";
    case detect::Access::atomic_write:
      return "atomic write";
    case detect::Access::free:
      return "free";
  }
  return "access";
}

std::string name_of(std::uint32_t id) {
  const std::string& name = world->thread(id).name;
  return name.empty() ? "thread " + std::to_string(id) : name;
}

// Memory of a call that is over, used by a thread that nobody waits for: the thread is the bug, the
// race its consequence.
bool outlived(const detect::Race& race, model::Thread& second) {
  const model::Thread& first = world->thread(detect::thread_of(race.first));
  const auto in_stack_of = [&race](const model::Thread& thread) {
    return race.address >= reinterpret_cast<std::uintptr_t>(thread.slot->stack_low()) &&
           race.address < reinterpret_cast<std::uintptr_t>(thread.slot->stack_high());
  };
  const bool freed =
      race.first_access == detect::Access::free || race.second_access == detect::Access::free;
  return (second.detached && (in_stack_of(first) || freed)) ||
         (first.detached && (in_stack_of(second) || freed));
}

// Whether the thread is one that nobody waits for, of an answer that promises to leave none behind.
bool belongs_to_call(const model::Thread& thread) {
  return thread.detached && model::program_main == nullptr;
}

void on_dead(std::uintptr_t address, detect::Pc, detect::Epoch freed) {
  if (belongs_to_call(*world->running)) {
    world->stop(model::Verdict::thread_leak,
                "a detached thread uses memory that was freed when its call ended");
  }
  model::Failure failure;
  failure.verdict = model::Verdict::crash;
  failure.message = "memory is used after " + name_of(detect::thread_of(freed)) + " freed it";
  failure.rule = "After delete or free, nothing may touch the memory.";
  failure.freed = address;
  world->stop(std::move(failure));
}

// No bug, but a place where the order matters. What is used after it was freed is a bug all the
// same.
void race_allowed(const detect::Race& race) {
  model::racy.found_at(race.address, race.size);
  const bool first_is_new = model::racy.found(race.first_pc);
  if (model::racy.found(race.second_pc) || first_is_new) world->end();
  if (race.first_access == detect::Access::free) on_dead(race.address, race.first_pc, race.first);
}

void on_race(const detect::Race& found) {
  detect::Race race = found;
  // The detector takes what free() does to atomic objects for a write.
  if (model::heap.is_freeing()) race.second_access = detect::Access::free;
  if (model::racy.allowed()) return race_allowed(race);
  const char* callbacks = oracle::touching();
  if (callbacks == nullptr && (is_librarys_own(race) || world->running->in_library_exit)) return;
  model::Failure failure;
  failure.verdict = model::Verdict::data_race;
  failure.race = race;
  const std::string first = name_of(detect::thread_of(race.first));
  const std::string second = name_of(world->running->id);
  if (callbacks != nullptr) {
    model::Outcome& outcome = world->outcome();
    if (outcome.unordered) return;
    failure.race_name = callbacks;
    failure.message = "nothing orders the callbacks of " + first + " and " + second;
    failure.thread = world->running->id;
    failure.stack = trace::capture_stack();
    outcome.unordered = std::move(failure);
    return;
  }
  if (is_overfull_barrier(race)) {
    failure.verdict = model::Verdict::undefined_behavior;
    failure.message =
        "nothing keeps a std::barrier from more arrivals in one phase than it was made for";
    failure.rule =
        "A std::barrier does not hold extra threads back until the next phase: one arrival too "
        "many "
        "is undefined behaviour. Let only as many threads come to it as it was made for, and the "
        "others wait before it, for example at a semaphore.";
  } else if (model::program_main == nullptr && outlived(race, *world->running)) {
    failure.verdict = model::Verdict::thread_leak;
    failure.message = "a detached thread still uses memory of a call that may be over (" + first +
                      " and " + second + ")";
  } else {
    failure.message = std::string("a ") + noun(race.first_access) + " in " + first + " and a " +
                      noun(race.second_access) + " in " + second + " are not ordered";
  }
  world->stop(std::move(failure));
}

// A local variable of another thread, in a function that has returned. What a thread that does not
// run has below its stack pointer is dead.
void on_foreign_stack(std::uintptr_t address) {
  const std::size_t index = fiber::SlotPool::index_at(address);
  if (index >= world->thread_count()) return;
  const model::Thread& self = *world->running;
  const model::Thread& owner = world->thread(index);
  if (self.detached) world->detached_in_foreign_stack = true;
  const auto high = reinterpret_cast<std::uintptr_t>(owner.slot->stack_high());
  if (address >= high) return;  // its thread-local storage
  if (owner.standing != model::Standing::finished &&
      address >= owner.slot->suspended_stack_pointer()) {
    return;
  }
  const std::string whose = name_of(owner.id);
  if (belongs_to_call(self)) {
    world->stop(
        model::Verdict::thread_leak,
        "a detached thread uses a local variable of " + whose + " whose function has returned",
        "What a thread uses must outlive it: join the thread before its data goes away.");
  }
  world->stop(model::Verdict::undefined_behavior,
              "a local variable of " + whose + " is used after its function has returned",
              "A reference or pointer to a local variable is worth nothing once its function "
              "has returned.");
}

}  // namespace

void open_session() {
  fiber::find_executable();
  model::heap.open();
  world =
      new model::World({.is_allocated =
                            [](std::uintptr_t address) {
                              return model::heap.contains(reinterpret_cast<const void*>(address));
                            },
                        .run_exit_handlers = model::run_exit_handlers});
  using Slots = fiber::SlotPool;
  static_assert(detect::Stacks::shift == Slots::stride_bits);
  static_assert(detect::Stacks::step == Slots::stack_pointer_step());
  model::shadow = new detect::Shadow(on_race, on_dead, on_foreign_stack,
                                     {.base = Slots::region_base,
                                      .count = Slots::capacity,
                                      .floors = world->slots.stack_pointers()});
  intercept::install_handlers();
}

void begin_schedules() {
  // While this is set, libstdc++ counts shared_ptr owners without atomic operations.
  __libc_single_threaded = 0;
  model::heap.keep();
  fiber::snapshot_data();
}

model::Outcome& run_schedule(choice::Strategy& strategy, std::uint64_t seed) {
  fiber::restore_data();
  model::PerSchedule::reset_all();
  world->run(oracle::schedule_body, strategy, seed);
  return world->outcome();
}

const model::Failure* failure_of(const model::Outcome& outcome) {
  if (outcome.failure) return &*outcome.failure;
  return outcome.unordered ? &*outcome.unordered : nullptr;
}

}  // namespace kata::explore
