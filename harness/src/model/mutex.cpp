// SPDX-License-Identifier: MIT
#include "model/mutex.hpp"

#include <cerrno>
#include <utility>

namespace kata::model {

Models<Mutex> mutexes(trace::ObjectKind::mutex);

namespace {

std::string text(const Mutex& mutex) { return to_string(mutexes.name(mutex)); }

void take(Mutex& mutex) {
  Thread& self = *world->running;
  mutex.owner = &self;
  mutex.depth = 1;
  self.clock.acquire(mutex.released);
  world->order_change(mutex.order, trace::Operation::mutex_lock);
}

// Waits until the mutex is free. Whoever comes first gets it: a waiter that was woken may find that
// a running thread was faster, which is how real mutexes behave (barging).
bool wait_until_free(Mutex& mutex, Nanoseconds deadline) {
  Thread& self = *world->running;
  while (mutex.owner != nullptr) {
    // To be kept out is no rest: two threads that look at something under one lock keep each other
    // out now and then, and spin all the same.
    const std::uint32_t idle = self.idle;
    const std::uint32_t idle_rounds = self.idle_rounds;
    const bool acted = self.acted;
    const bool woken = world->block(
        &mutex.waiters, deadline,
        {.wait = Wait::mutex, .object = mutexes.name(mutex), .held_by = mutex.owner->id});
    self.idle = idle;
    self.idle_rounds = idle_rounds;
    if (deadline == never) self.acted = acted;
    if (!woken) return mutex.owner == nullptr;
  }
  return true;
}

void check_alive(const Mutex& mutex, const char* operation) {
  if (!mutex.destroyed) return;
  world->misuse(mutexes.name(mutex),
                std::string(operation) + " of " + text(mutex) + ", which was destroyed before");
}

}  // namespace

int lock(Mutex& mutex, Nanoseconds deadline) {
  World& w = *world;
  w.point(mutex.address);
  check_alive(mutex, "lock");
  ++w.statistics.lock_operations;
  w.show(trace::Operation::mutex_lock, mutexes.name(mutex),
         deadline != never ? "with a time limit" : nullptr);
  if (mutex.owner == w.running) {
    if (mutex.kind == MutexKind::recursive) {
      ++mutex.depth;
      return 0;
    }
    if (mutex.kind == MutexKind::error_checking) return EDEADLK;
    if (deadline == never) {
      w.misuse(mutexes.name(mutex), "a thread locks " + text(mutex) + ", which it already holds",
               "Locking a std::mutex again in the thread that owns it is undefined behaviour; in "
               "practice the thread waits for itself for ever.");
    }
  }
  if (!wait_until_free(mutex, deadline)) {
    w.note(trace::Operation::mutex_time_out, mutex.order, mutexes.name(mutex));
    return ETIMEDOUT;
  }
  take(mutex);
  return 0;
}

int try_lock(Mutex& mutex, bool std_rules) {
  World& w = *world;
  w.point(mutex.address);
  check_alive(mutex, "try_lock");
  ++w.statistics.lock_operations;
  if (std_rules && mutex.owner == w.running && mutex.kind == MutexKind::normal) {
    w.misuse(
        mutexes.name(mutex),
        "a thread calls try_lock of " + text(mutex) + ", which it already holds",
        "try_lock of a std::mutex by the thread that owns it is undefined behaviour; it is not "
        "a way to ask who holds the mutex.");
  }
  if (std_rules && mutex.owner == nullptr && w.features.weak_failures &&
      w.chooser.once_in(choice::Kind::wakeup, 8)) {
    w.note(trace::Operation::mutex_try_lock_spurious, mutex.order, mutexes.name(mutex));
    return EBUSY;
  }
  w.note(trace::Operation::mutex_try_lock, mutex.order, mutexes.name(mutex),
         mutex.owner != nullptr ? "failed" : "");
  if (mutex.owner == w.running && mutex.kind == MutexKind::recursive) {
    ++mutex.depth;
    return 0;
  }
  if (mutex.owner != nullptr) {
    mutex.wanted = true;
    w.idle_read();
    return EBUSY;
  }
  take(mutex);
  return 0;
}

namespace {

void let_go(Mutex& mutex) {
  World& w = *world;
  w.running->clock.release(mutex.released);
  mutex.owner = nullptr;
  mutex.depth = 0;
  w.wake_one(mutex.waiters, false);
}

}  // namespace

void release(Mutex& mutex) {
  let_go(mutex);
  world->note_unlock(std::exchange(mutex.wanted, false));
}

void reacquire(Mutex& mutex) {
  wait_until_free(mutex, never);
  take(mutex);
}

int unlock(Mutex& mutex) {
  World& w = *world;
  if (w.features.points_at_unlock) w.point(mutex.address);
  check_alive(mutex, "unlock");
  ++w.statistics.lock_operations;
  w.note(trace::Operation::mutex_unlock, mutex.order, mutexes.name(mutex));
  if (mutex.owner != w.running) {
    // POSIX makes this an error that a recursive or error-checking mutex reports; the standard
    // library ignores the report, and calls it undefined.
    if (mutex.kind != MutexKind::normal && !mutex.is_std) return EPERM;
    const char* rule =
        "A mutex belongs to the thread that locked it: only that thread may unlock it. To let one "
        "thread wake another, use a condition variable or a semaphore.";
    if (mutex.owner == nullptr) {
      w.misuse(mutexes.name(mutex), "a thread unlocks " + text(mutex) + ", which nobody holds",
               rule);
    }
    w.misuse(mutexes.name(mutex),
             "a thread unlocks " + text(mutex) + ", which " +
                 (mutex.owner->name.empty() ? "thread " + std::to_string(mutex.owner->id)
                                            : mutex.owner->name) +
                 " holds",
             rule);
  }
  if (--mutex.depth > 0) return 0;
  let_go(mutex);
  w.unlocked(std::exchange(mutex.wanted, false));
  return 0;
}

int destroy(Mutex& mutex) {
  world->note(trace::Operation::mutex_destroy, mutex.order, mutexes.name(mutex));
  if (mutex.owner != nullptr || !mutex.waiters.empty()) {
    world->misuse(mutexes.name(mutex), text(mutex) + " is destroyed while it is locked",
                  "A mutex must be unlocked, and nobody may wait for it, when its life ends.");
  }
  mutex.destroyed = true;
  return 0;
}

}  // namespace kata::model
