// SPDX-License-Identifier: MIT
#include "model/rwlock.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace kata::model {

Models<RwLock> rwlocks(trace::ObjectKind::shared_mutex);

namespace {

std::string text(const RwLock& lock) { return to_string(rwlocks.name(lock)); }

bool reads(const RwLock& lock, const Thread& thread) {
  return std::find(lock.readers.begin(), lock.readers.end(), thread.id) != lock.readers.end();
}

// Whether a reader may come in. That readers queue behind a waiting writer is allowed and common,
// so it happens in a share of the schedules.
bool open_to_readers(const RwLock& lock) {
  if (lock.writer != nullptr) return false;
  if (lock.waiting_writers.empty() || lock.queues == RwLock::Queues::never) return true;
  return lock.queues == RwLock::Queues::drawn && !world->features.writers_first;
}

bool open_to_writers(const RwLock& lock) { return lock.writer == nullptr && lock.readers.empty(); }

Awaited why(const RwLock& lock) {
  const int holder = lock.writer != nullptr ? lock.writer->id
                     : lock.readers.empty() ? -1
                                            : lock.readers.front();
  return {.wait = Wait::shared_mutex, .object = rwlocks.name(lock), .held_by = holder};
}

void admit_reader(RwLock& lock) {
  Thread& self = *world->running;
  lock.readers.push_back(self.id);
  self.clock.acquire(lock.released);
  world->order_look(lock.order, lock.looks, trace::Operation::rwlock_lock_shared);
}

void admit_writer(RwLock& lock) {
  Thread& self = *world->running;
  lock.writer = &self;
  self.clock.acquire(lock.released);
  self.clock.acquire(lock.read_released);
  world->order_change(lock.order, lock.looks, trace::Operation::rwlock_lock);
}

void begin(RwLock& lock, trace::Operation operation) {
  World& w = *world;
  w.point(lock.address);
  if (lock.destroyed) {
    w.misuse(rwlocks.name(lock), std::string(trace::word(operation)) + " of " + text(lock) +
                                     ", which was destroyed before");
  }
  ++w.statistics.lock_operations;
  w.show(operation, rwlocks.name(lock));
}

// The kinds that could go on now are all woken and sort it out; who loses waits again.
void let_in(RwLock& lock) {
  World& w = *world;
  if (lock.writer != nullptr) return;
  // Readers that are woken beside a writer may be faster. In a fair schedule they are not: its
  // unlock wakes them.
  if (lock.readers.empty() && w.wake_one(lock.waiting_writers) && w.fair) return;
  w.wake_all(lock.waiting_readers);
}

}  // namespace

int lock_shared(RwLock& lock, Nanoseconds deadline, bool std_rules) {
  begin(lock, trace::Operation::rwlock_lock_shared);
  World& w = *world;
  if (lock.writer == w.running) {
    w.misuse(rwlocks.name(lock),
             "a thread locks " + text(lock) + " shared while it holds it exclusively",
             "A std::shared_mutex must not be locked again by a thread that owns it in any mode.");
  }
  if (std_rules && reads(lock, *w.running)) {
    w.misuse(rwlocks.name(lock),
             "a thread locks " + text(lock) + " shared while it already holds it shared",
             "A std::shared_mutex must not be locked again by a thread that owns it in any mode. "
             "Where a writer comes in between, the thread would wait for itself.");
  }
  while (!open_to_readers(lock)) {
    if (!w.block(&lock.waiting_readers, deadline, why(lock))) {
      w.order_change(lock.order, lock.looks, trace::Operation::rwlock_time_out);
      return ETIMEDOUT;
    }
  }
  admit_reader(lock);
  return 0;
}

int try_lock_shared(RwLock& lock) {
  begin(lock, trace::Operation::rwlock_try_lock_shared);
  if (!open_to_readers(lock)) {
    world->order_change(lock.order, lock.looks, trace::Operation::rwlock_try_lock_shared);
    lock.wanted = true;
    world->idle_read();
    return EBUSY;
  }
  admit_reader(lock);
  return 0;
}

int lock_exclusive(RwLock& lock, Nanoseconds deadline) {
  begin(lock, trace::Operation::rwlock_lock);
  World& w = *world;
  if (lock.writer == w.running || (deadline == never && reads(lock, *w.running))) {
    w.misuse(
        rwlocks.name(lock), "a thread locks " + text(lock) + " while it already holds it",
        "A std::shared_mutex must not be locked again by a thread that owns it in any mode: it "
        "would wait for itself. A shared lock cannot be upgraded; release it first.");
  }
  while (!open_to_writers(lock)) {
    if (!w.block(&lock.waiting_writers, deadline, why(lock))) {
      w.order_change(lock.order, lock.looks, trace::Operation::rwlock_time_out);
      // Readers that queued behind this writer need not any more.
      if (lock.waiting_writers.empty()) {
        let_in(lock);
        w.progress();
      }
      return ETIMEDOUT;
    }
  }
  admit_writer(lock);
  return 0;
}

int try_lock_exclusive(RwLock& lock) {
  begin(lock, trace::Operation::rwlock_try_lock);
  if (!open_to_writers(lock)) {
    world->order_change(lock.order, lock.looks, trace::Operation::rwlock_try_lock);
    lock.wanted = true;
    world->idle_read();
    return EBUSY;
  }
  admit_writer(lock);
  return 0;
}

int unlock(RwLock& lock, UnlockMode mode) {
  World& w = *world;
  if (w.features.points_at_unlock) w.point(lock.address);
  ++w.statistics.lock_operations;
  const trace::Operation operation = lock.writer != nullptr
                                         ? trace::Operation::rwlock_unlock
                                         : trace::Operation::rwlock_unlock_shared;
  w.show(operation, rwlocks.name(lock));
  if (lock.writer != nullptr) {
    w.order_change(lock.order, lock.looks, operation);
  } else {
    w.order_look(lock.order, lock.looks, operation);
  }
  Thread& self = *w.running;
  const bool exclusive = lock.writer == &self;
  if ((exclusive && mode == UnlockMode::shared) ||
      (mode == UnlockMode::exclusive && !exclusive && reads(lock, self))) {
    w.misuse(rwlocks.name(lock),
             exclusive
                 ? "a thread calls unlock_shared of " + text(lock) + ", which it holds exclusively"
                 : "a thread calls unlock of " + text(lock) + ", which it holds shared",
             "A shared mutex must be unlocked in the mode in which it was locked: unlock() after "
             "lock(), unlock_shared() after lock_shared().");
  }
  if (exclusive) {
    self.clock.release(lock.released);
    lock.writer = nullptr;
  } else if (reads(lock, self)) {
    self.clock.release(lock.read_released);
    lock.readers.erase(std::find(lock.readers.begin(), lock.readers.end(), self.id));
  } else {
    w.misuse(
        rwlocks.name(lock), "a thread unlocks " + text(lock) + ", which it does not hold",
        "A shared mutex may be unlocked only by a thread that holds it, in the mode it holds.");
  }
  let_in(lock);
  w.unlocked(std::exchange(lock.wanted, false));
  return 0;
}

int destroy(RwLock& lock) {
  world->note(trace::Operation::rwlock_destroy, lock.order, rwlocks.name(lock));
  if (lock.writer != nullptr || !lock.readers.empty()) {
    world->misuse(rwlocks.name(lock), text(lock) + " is destroyed while it is locked",
                  "A mutex must be unlocked, and nobody may wait for it, when its life ends.");
  }
  lock.destroyed = true;
  return 0;
}

}  // namespace kata::model
