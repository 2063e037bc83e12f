// SPDX-License-Identifier: MIT
#include "model/condition.hpp"

#include <cerrno>

namespace kata::model {

Models<Condition> conditions(trace::ObjectKind::condition_variable);

namespace {

constexpr int points_of_a_slow_wakeup = 16;

std::string text(const Condition& condition) { return to_string(conditions.name(condition)); }

void check_alive(const Condition& condition, const char* operation) {
  if (!condition.destroyed) return;
  world->misuse(conditions.name(condition),
                std::string(operation) + " on " + text(condition) + ", which was destroyed before");
}

}  // namespace

int wait(Condition& condition, Mutex& mutex, Nanoseconds deadline) {
  World& w = *world;
  // What the caller looked at before it decided to wait may change before it does.
  w.point(condition.address);
  check_alive(condition, "wait");
  w.note(trace::Operation::condition_wait, condition.order, conditions.name(condition));
  if (mutex.owner != w.running) {
    if (mutex.kind != MutexKind::normal) return EPERM;
    w.misuse(conditions.name(condition),
             "a thread waits on " + text(condition) + " without holding the mutex",
             "A wait must be called with the mutex locked by the calling thread.");
  }
  if (!condition.waiters.empty() && condition.mutex != &mutex) {
    w.misuse(
        conditions.name(condition),
        "threads wait on " + text(condition) + " with different mutexes",
        "All threads that wait on a condition variable at the same time must use the same mutex.");
  }
  condition.mutex = &mutex;
  Thread& self = *w.running;
  self.futile = self.woken_from == &condition.waiters && !self.clock.wrote;
  const std::uint32_t depth = mutex.depth;
  release(mutex);
  bool timed_out = false;
  const bool is_past = deadline <= w.now();  // a limit that is over is what the call must report
  if (w.features.spurious_wakeups && !is_past && w.chooser.once_in(choice::Kind::wakeup, 8)) {
    // Not in the queue: a spurious wakeup takes no notification from anybody.
    if (w.trace.on())
      w.note(trace::Operation::condition_wake_spuriously, condition.order,
             conditions.name(condition));
    w.point();
    w.rested();
  } else {
    timed_out = !w.block(
        &condition.waiters, deadline,
        {.wait = Wait::condition_variable, .object = conditions.name(condition), .held_by = -1});
    if (timed_out)
      w.note(trace::Operation::condition_time_out, condition.order, conditions.name(condition));
  }
  // To wake up takes long, where the schedule has it so: threads that come later may be faster.
  if (!timed_out && w.features.prefers != Prefers::none && w.features.slow_callbacks) {
    for (int i = 0; i < points_of_a_slow_wakeup; ++i) w.point(mutex.address);
  }
  reacquire(mutex);
  mutex.depth = depth;
  return timed_out ? ETIMEDOUT : 0;
}

namespace {

// Who holds the mutex that the waiters use excludes everybody who could come to wait: what others
// do now they could as well have done before the mutex was locked, so a point here would show
// nothing new. (A timer that fires now could have fired then, the waiter staying behind at the
// mutex.)
void point_before_notify(const Condition& condition) {
  if (condition.mutex == nullptr || condition.mutex->owner != world->running)
    world->point(condition.address);
}

void note_notify(Condition& condition, trace::Operation operation) {
  world->note(operation, condition.order, conditions.name(condition),
              condition.waiters.empty() ? "nobody was waiting" : "");
}

}  // namespace

int notify_one(Condition& condition) {
  World& w = *world;
  point_before_notify(condition);
  check_alive(condition, "notify_one");
  note_notify(condition, trace::Operation::condition_notify_one);
  w.wake_one(condition.waiters);
  return 0;
}

int notify_all(Condition& condition) {
  World& w = *world;
  point_before_notify(condition);
  check_alive(condition, "notify_all");
  note_notify(condition, trace::Operation::condition_notify_all);
  w.wake_all(condition.waiters);
  return 0;
}

int destroy(Condition& condition) {
  world->note(trace::Operation::condition_destroy, condition.order, conditions.name(condition));
  if (!condition.waiters.empty()) {
    world->misuse(conditions.name(condition),
                  text(condition) + " is destroyed while a thread waits on it",
                  "Nobody may be waiting on a condition variable when its life ends.");
  }
  condition.destroyed = true;
  return 0;
}

}  // namespace kata::model
