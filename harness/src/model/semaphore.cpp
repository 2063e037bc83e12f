// SPDX-License-Identifier: MIT
#include "model/semaphore.hpp"

#include <semaphore.h>

#include <cerrno>

namespace kata::model {

Models<Semaphore> semaphores(trace::ObjectKind::semaphore);

namespace {

void begin(Semaphore& semaphore, trace::Operation operation) {
  World& w = *world;
  w.point(semaphore.address);
  if (semaphore.destroyed) {
    w.misuse(semaphores.name(semaphore), std::string(trace::word(operation)) + " on " +
                                             to_string(semaphores.name(semaphore)) +
                                             ", which was destroyed before");
  }
  w.show(operation, semaphores.name(semaphore));
}

void take(Semaphore& semaphore) {
  --semaphore.value;
  world->acted();
  // Every post that made the value what it is happens before: the value is one atomic counter.
  world->running->clock.acquire(semaphore.released);
  world->order_change(semaphore.order, trace::Operation::semaphore_acquire);
}

}  // namespace

int wait(Semaphore& semaphore, Nanoseconds deadline) {
  begin(semaphore, trace::Operation::semaphore_acquire);
  while (semaphore.value == 0) {
    if (!world->block(
            &semaphore.waiters, deadline,
            {.wait = Wait::semaphore, .object = semaphores.name(semaphore), .held_by = -1})) {
      if (semaphore.value > 0) break;
      world->order_change(semaphore.order, trace::Operation::semaphore_time_out);
      return ETIMEDOUT;
    }
  }
  take(semaphore);
  return 0;
}

int try_wait(Semaphore& semaphore) {
  begin(semaphore, trace::Operation::semaphore_try_acquire);
  if (semaphore.value == 0) {
    world->order_change(semaphore.order, trace::Operation::semaphore_try_acquire);
    world->idle_read();
    return EAGAIN;
  }
  take(semaphore);
  return 0;
}

int post(Semaphore& semaphore) {
  begin(semaphore, trace::Operation::semaphore_release);
  world->order_change(semaphore.order, trace::Operation::semaphore_release);
  if (semaphore.value == SEM_VALUE_MAX) return EOVERFLOW;
  ++semaphore.value;
  world->running->clock.release(semaphore.released);
  if (!world->wake_one(semaphore.waiters)) world->progress();
  return 0;
}

int destroy(Semaphore& semaphore) {
  if (!semaphore.waiters.empty()) {
    const trace::ObjectName name = semaphores.name(semaphore);
    world->misuse(name, to_string(name) + " is destroyed while a thread waits on it");
  }
  semaphore.destroyed = true;
  return 0;
}

}  // namespace kata::model
