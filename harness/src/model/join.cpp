// SPDX-License-Identifier: MIT
#include "model/join.hpp"

#include <cerrno>
#include <climits>
#include <utility>

#include "world/per_schedule.hpp"
#include "world/program.hpp"
#include "world/static_objects.hpp"

namespace kata::model {

namespace {

struct Key {
  bool used = false;
  bool of_library = false;
  KeyDestructor destructor = nullptr;
};

std::vector<Key> keys;
// What code has made that runs outside of any schedule: the constructors of global objects.
std::vector<Key> lasting_keys;
std::vector<void*> lasting_values;

std::vector<void*>& values() {
  return world != nullptr && world->running != nullptr ? world->running->specific : lasting_values;
}

void check_joinable(const Thread& thread, const char* operation) {
  if (!thread.joined && !thread.detached) return;
  world->stop(Verdict::undefined_behavior,
              std::string(operation) + " of a thread that was " +
                  (thread.joined ? "joined" : "detached") + " before",
              "A thread can be joined or detached once; after that its handle means nothing.");
}

}  // namespace

Thread* start(void* (*function)(void*), void* argument, std::size_t stack) {
  World& w = *world;
  std::uint64_t nothing = 0;
  const auto id = static_cast<std::uint32_t>(w.thread_count());
  w.note(trace::Operation::thread_start, nothing, {trace::ObjectKind::thread, id, 0});
  return w.create(function, argument, stack);
}

int join(Thread& thread, void** result, Nanoseconds deadline) {
  World& w = *world;
  Thread& self = *w.running;
  w.show(trace::Operation::thread_join, {trace::ObjectKind::thread, thread.id, 0});
  check_joinable(thread, "join");
  if (&thread == &self) {
    if (program_main != nullptr) return EDEADLK;  // what glibc reports, and std::thread throws
    w.stop(Verdict::undefined_behavior, "a thread joins itself",
           "A thread that waits for its own end waits for ever.");
  }
  while (thread.standing != Standing::finished) {
    if (!w.block(&thread.joiners, deadline,
                 {.wait = Wait::thread_end,
                  .object = {trace::ObjectKind::thread, thread.id, 0},
                  .held_by = thread.id})) {
      return ETIMEDOUT;
    }
  }
  check_joinable(thread, "join");
  self.clock.acquire(thread.clock.known);
  thread.joined = true;
  thread.slot->bury();
  std::uint64_t last = thread.order;
  w.order_change(last, trace::Operation::thread_join);
  if (result != nullptr) *result = thread.result;
  return 0;
}

int detach(Thread& thread) {
  std::uint64_t whom = thread.id;
  world->note(trace::Operation::thread_detach, whom, {trace::ObjectKind::thread, thread.id, 0});
  check_joinable(thread, "detach");
  thread.detached = thread.clock.detached = true;
  return 0;
}

void run_exit_handlers() {
  Thread& self = *world->running;
  self.leaving = true;
  while (!self.destructors.empty()) {
    const Thread::Destructor destructor = self.destructors.back();
    self.destructors.pop_back();
    destructor.run(destructor.object);
  }
  // A destructor may set values again; POSIX lets us give up after some rounds.
  for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS; ++round) {
    bool any = false;
    for (std::size_t i = 0; i < self.specific.size(); ++i) {
      void* value = std::exchange(self.specific[i], nullptr);
      if (value == nullptr || i >= keys.size() || keys[i].destructor == nullptr) continue;
      any = true;
      if (!keys[i].of_library) {
        keys[i].destructor(value);
        continue;
      }
      self.clock.release(library_released);
      self.in_library_exit = true;
      keys[i].destructor(value);
      self.in_library_exit = false;
      self.clock.release(library_released);
    }
    if (!any) break;
  }
}

int create_key(unsigned* key, KeyDestructor destructor, bool of_library) {
  std::size_t index = 0;
  while (index < keys.size() && keys[index].used) ++index;
  if (index >= PTHREAD_KEYS_MAX) return EAGAIN;
  if (index == keys.size()) keys.emplace_back();
  keys[index] = {true, of_library, destructor};
  // A key that was used before must read as null in every thread.
  if (world != nullptr) {
    for (std::size_t i = 0; i < world->thread_count(); ++i) {
      std::vector<void*>& held = world->thread(i).specific;
      if (index < held.size()) held[index] = nullptr;
    }
  }
  if (index < lasting_values.size()) lasting_values[index] = nullptr;
  *key = static_cast<unsigned>(index);
  return 0;
}

int delete_key(unsigned key) {
  if (key >= keys.size() || !keys[key].used) return EINVAL;
  keys[key] = Key{};
  return 0;
}

void* get_specific(unsigned key) {
  const std::vector<void*>& held = values();
  return key < held.size() ? held[key] : nullptr;
}

int set_specific(unsigned key, const void* value) {
  if (key >= keys.size() || !keys[key].used) return EINVAL;
  std::vector<void*>& held = values();
  if (key >= held.size()) held.resize(key + 1U, nullptr);
  held[key] = const_cast<void*>(value);
  return 0;
}

void keep_keys() { lasting_keys = keys; }

void inherit_specific() {
  std::vector<void*>& own = world->running->specific;
  own.resize(lasting_values.size(), nullptr);
  for (std::size_t i = 0; i < own.size(); ++i) {
    // A library's value belongs to the process, which outlives the schedule's main thread.
    if (i < keys.size() && keys[i].used && !keys[i].of_library) own[i] = lasting_values[i];
  }
}

namespace {
// A library makes a key once, in whichever schedule it comes to that.
const PerSchedule reset("thread_keys", [](void*) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i < lasting_keys.size() && lasting_keys[i].used) {
      keys[i] = lasting_keys[i];
    } else if (!keys[i].of_library) {
      keys[i] = Key{};
    }
  }
});

}  // namespace

}  // namespace kata::model
