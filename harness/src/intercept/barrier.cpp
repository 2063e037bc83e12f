// SPDX-License-Identifier: MIT
// pthread_barrier_* and pthread_spin_*.
#include "model/barrier.hpp"

#include <pthread.h>

#include <cerrno>
#include <cstring>

#include "intercept/common.hpp"
#include "intercept/making.hpp"
#include "model/atomic.hpp"

namespace kata::intercept {

KATA_EXPORT int pthread_barrier_init(pthread_barrier_t* barrier,
                                     const pthread_barrierattr_t* attributes, unsigned count) {
  if (!in_schedule()) {
    return real<decltype(pthread_barrier_init)>("pthread_barrier_init")(barrier, attributes, count);
  }
  if (count == 0) return EINVAL;
  if (model::Barrier* known = model::barriers.known(barrier);
      known != nullptr && !known->destroyed &&
      fiber::executable_data.contains(reinterpret_cast<std::uintptr_t>(barrier))) {
    // Elsewhere one may have gone with its memory.
    model::world->misuse(model::barriers.name(*known), "a barrier is initialised for a second time",
                         "A pthread_barrier_t must be destroyed before it is initialised again.");
  }
  note_making(barrier, sizeof *barrier, __builtin_return_address(0));
  std::memset(barrier, 0, sizeof *barrier);
  model::barriers.make(barrier).parties = count;
  wait_for_use(model::barriers, barrier);
  return 0;
}

KATA_EXPORT int pthread_barrier_destroy(pthread_barrier_t* barrier) {
  if (in_schedule()) {
    bool is_new = false;
    model::Barrier& found = model::barriers.of(barrier, &is_new);
    if (is_new) {
      model::world->stop(model::Verdict::undefined_behavior,
                         "a pthread_barrier_t is destroyed that pthread_barrier_init never made");
    }
    return model::destroy(found);
  }
  return real<decltype(pthread_barrier_destroy)>("pthread_barrier_destroy")(barrier);
}

KATA_EXPORT int pthread_barrier_wait(pthread_barrier_t* barrier) {
  if (!in_schedule()) return real<decltype(pthread_barrier_wait)>("pthread_barrier_wait")(barrier);
  bool is_new = false;
  bool is_first = false;
  model::Barrier& found = model::barriers.of(barrier, &is_new, &is_first);
  if (is_first) note_first_use(model::barriers, found, is_first, __builtin_return_address(0));
  if (is_new) {
    model::world->stop(model::Verdict::undefined_behavior,
                       "a pthread_barrier_t is used that pthread_barrier_init never made");
  }
  return model::arrive_and_wait(found) ? PTHREAD_BARRIER_SERIAL_THREAD : 0;
}

// A spinlock is an atomic number: 0 free, else one more than the id of the thread that has it.

namespace {

// Exchanges the flag; what it was.
int exchange(pthread_spinlock_t* lock, int value, trace::Operation operation, detect::Pc pc) {
  detect::AtomicHistory& flag =
      model::begin_atomic(reinterpret_cast<std::uintptr_t>(lock), sizeof(int), true, pc);
  const int before = *lock;
  if (value == 0 || before == 0) *lock = value;
  if (value != 0) model::atomic_loaded(flag, model::Order::acquire);
  if (value == 0) model::atomic_stored(flag, model::Order::release, true, before != value);
  if (value != 0 && before == 0) model::world->progress();
  model::note_atomic(flag, operation, static_cast<std::uint64_t>(before));
  return before;
}

}  // namespace

KATA_EXPORT int pthread_spin_init(pthread_spinlock_t* lock, int) {
  note_making(const_cast<const int*>(lock), sizeof(int), __builtin_return_address(0));
  *lock = 0;
  return 0;
}

KATA_EXPORT int pthread_spin_destroy(pthread_spinlock_t*) { return 0; }

KATA_EXPORT int pthread_spin_lock(pthread_spinlock_t* lock) {
  if (!in_schedule()) return 0;
  const detect::Pc pc = pc_of(__builtin_return_address(0));
  const int self = model::world->running->id + 1;
  for (;;) {
    const int before = exchange(lock, self, trace::Operation::spin_lock, pc);
    if (before == 0) return 0;
    if (before == self) {
      model::world->stop(model::Verdict::undefined_behavior,
                         "a thread locks a spinlock that it already holds",
                         "A spinlock is not recursive: the thread would wait for itself for ever.");
    }
    model::world->idle_read();
  }
}

KATA_EXPORT int pthread_spin_trylock(pthread_spinlock_t* lock) {
  if (!in_schedule()) return 0;
  const detect::Pc pc = pc_of(__builtin_return_address(0));
  if (exchange(lock, model::world->running->id + 1, trace::Operation::spin_try_lock, pc) == 0)
    return 0;
  model::world->idle_read();
  return EBUSY;
}

KATA_EXPORT int pthread_spin_unlock(pthread_spinlock_t* lock) {
  if (in_schedule())
    exchange(lock, 0, trace::Operation::spin_unlock, pc_of(__builtin_return_address(0)));
  return 0;
}

}  // namespace kata::intercept
