// SPDX-License-Identifier: MIT
#include "findings/races.hpp"

#include "findings/dead_memory.hpp"
#include "findings/threads.hpp"
#include "library/stack.hpp"
#include "memory/heap.hpp"
#include "oracle/oracle.hpp"
#include "trace/symbols.hpp"
#include "world/program.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::findings {

namespace {

using detect::Access;
using model::world;

// libstdc++ 12's atomic<shared_ptr> unlocks its bit lock with a relaxed operation after a load: a
// race in the library by the letter, harmless in practice, and not the student's.
bool is_librarys_own(const detect::Race& race) {
  constexpr library::Part part = library::Part::atomic_shared_ptr;
  if (library::is_at(race.first_pc, part) && library::is_at(race.second_pc, part)) return true;
  // Without optimisation some of its accesses are in functions that it calls, such as std::swap. Of
  // the first access only the innermost function is known.
  if (model::program_main == nullptr || !library::is_on(trace::capture_stack(), part)) return false;
  const std::vector<trace::Frame>& first = trace::frames_of(race.first_pc);
  return !first.empty() && first.front().function.find("std::") != std::string::npos;
}

// Whether a std::barrier's own code arrives there, or ends a phase.
bool is_arrival(detect::Pc pc, Access access) {
  if (access != Access::read && access != Access::write) return false;
  const std::vector<trace::Frame>& frames = trace::frames_of(pc);
  if (frames.empty()) return false;
  const std::string& function = frames.front().function;
  return library::belongs(function, library::Part::barrier) &&
         (function.ends_with("::arrive") || function.ends_with("::_M_arrive"));
}

// Every arrival reads the barrier's only plain counter; the end of a phase writes it. A thread that
// belongs to the phase is ordered with that write by its arrival or its wait. So a race on the
// counter means one arrival too many.
bool is_overfull_barrier(const detect::Race& race) {
  return is_arrival(race.first_pc, race.first_access) &&
         is_arrival(race.second_pc, race.second_access);
}

// Whether a detached thread uses memory of a call that is over: then the thread is the bug, and the
// race its consequence.
bool outlived(const detect::Race& race, const model::Thread& second) {
  const model::Thread& first = world->thread(detect::thread_of(race.first));
  const bool freed = race.first_access == Access::free || race.second_access == Access::free;
  return (second.detached && (is_on_stack_of(first, race.address) || freed)) ||
         (first.detached && (is_on_stack_of(second, race.address) || freed));
}

std::string with_article(Access access) {
  switch (access) {
    case Access::read:
      return "a read";
    case Access::write:
      return "a write";
    case Access::atomic_read:
      return "an atomic read";
    case Access::atomic_write:
      return "an atomic write";
    case Access::free:
      return "a free";
  }
  return "an access";
}

// A place where the order matters, and no bug. A use after a free is a bug all the same.
void race_allowed(const detect::Race& race) {
  model::racy.found_at(race.address, race.size);
  const bool first_is_new = model::racy.found(race.first_pc);
  if (model::racy.found(race.second_pc) || first_is_new) world->end();
  if (race.first_access == Access::free) on_dead_memory(race.address, race.first_pc, race.first);
}

// Keeps the first race between callbacks: it counts only if the schedule does not fail otherwise.
void callbacks_unordered(const detect::Race& race, const char* callbacks) {
  model::Outcome& outcome = world->outcome();
  if (outcome.unordered) return;
  model::Failure& failure = outcome.unordered.emplace();
  failure.verdict = model::Verdict::data_race;
  failure.race = race;
  failure.race_name = callbacks;
  failure.message = "nothing orders the callbacks of " + name_of(detect::thread_of(race.first)) +
                    " and " + name_of(world->running->id);
  failure.thread = world->running->id;
  failure.stack = trace::capture_stack();
}

model::Failure overfull_barrier() {
  model::Failure failure;
  failure.verdict = model::Verdict::undefined_behavior;
  failure.message =
      "nothing keeps a std::barrier from more arrivals in one phase than it was made for";
  failure.rule =
      "A std::barrier does not hold extra threads back until the next phase: one arrival too many "
      "is undefined behaviour. Let only as many threads come to it as it was made for, and the "
      "others wait before it, for example at a semaphore.";
  return failure;
}

model::Failure judged(const detect::Race& race) {
  if (is_overfull_barrier(race)) return overfull_barrier();
  model::Failure failure;
  const std::string first = name_of(detect::thread_of(race.first));
  const std::string second = name_of(world->running->id);
  if (model::program_main == nullptr && outlived(race, *world->running)) {
    failure.verdict = model::Verdict::thread_leak;
    failure.message = "a detached thread still uses memory of a call that may be over (" + first +
                      " and " + second + ")";
    return failure;
  }
  failure.verdict = model::Verdict::data_race;
  failure.message = with_article(race.first_access) + " in " + first + " and " +
                    with_article(race.second_access) + " in " + second + " are not ordered";
  return failure;
}

}  // namespace

void on_race(const detect::Race& found) {
  detect::Race race = found;
  // The detector takes what free() does to atomic objects for a write.
  if (model::heap.is_freeing()) race.second_access = Access::free;
  if (model::racy.allowed()) return race_allowed(race);
  if (const char* callbacks = oracle::touching()) return callbacks_unordered(race, callbacks);
  if (is_librarys_own(race) || world->running->in_library_exit) return;
  model::Failure failure = judged(race);
  failure.race = race;
  world->stop(std::move(failure));
}

}  // namespace kata::findings
