// SPDX-License-Identifier: MIT
// pthread_rwlock_*: std::shared_mutex, shared_timed_mutex.
#include "model/rwlock.hpp"

#include <pthread.h>

#include <cerrno>

#include "intercept/caller.hpp"
#include "intercept/common.hpp"
#include "intercept/making.hpp"
#include "intercept/virtual_time.hpp"
#include "world/forbidden.hpp"

namespace kata::intercept {

#define KATA_CALLER __builtin_return_address(0)

namespace {

bool ours(pthread_rwlock_t* lock) { return in_schedule() && is_submissions(lock); }

[[gnu::always_inline]] inline model::RwLock& model_of(pthread_rwlock_t* lock, const void* caller) {
  bool is_new = false;
  bool is_first = false;
  model::RwLock& found = model::rwlocks.of(lock, &is_new, &is_first);
  if (is_new || is_first) [[unlikely]]
    note_first_use(model::rwlocks, found, is_first, caller);
  // Of glibc's own locks readers come first, unless the lock was made to prefer writers.
  if (is_new && model::program_main != nullptr && !is_from_shared_mutex(pc_of(caller))) {
    found.queues = lock->__data.__flags == PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP
                       ? model::RwLock::Queues::always
                       : model::RwLock::Queues::never;
  }
  return found;
}

}  // namespace

KATA_EXPORT int pthread_rwlock_init(pthread_rwlock_t* lock,
                                    const pthread_rwlockattr_t* attributes) {
  static const auto next = real<decltype(pthread_rwlock_init)>("pthread_rwlock_init");
  if (ours(lock)) note_making(lock, sizeof *lock, KATA_CALLER);
  const int failed = next(lock, attributes);  // all zeros where the model's handle goes
  if (failed != 0 || !ours(lock)) return failed;
  model_of(lock, nullptr);
  wait_for_use(model::rwlocks, lock);
  return 0;
}

KATA_EXPORT int pthread_rwlock_destroy(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::destroy(model_of(lock, KATA_CALLER));
  static const auto next = real<decltype(pthread_rwlock_destroy)>("pthread_rwlock_destroy");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_rdlock(pthread_rwlock_t* lock) {
  if (ours(lock)) {
    return model::lock_shared(model_of(lock, KATA_CALLER), model::never,
                              is_from_shared_mutex(pc_of(KATA_CALLER)));
  }
  static const auto next = real<decltype(pthread_rwlock_rdlock)>("pthread_rwlock_rdlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_tryrdlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::try_lock_shared(model_of(lock, KATA_CALLER));
  static const auto next = real<decltype(pthread_rwlock_tryrdlock)>("pthread_rwlock_tryrdlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock,
                                           const timespec* time) {
  if (ours(lock)) {
    if (!is_valid(*time) || !is_limits_clock(clock)) return EINVAL;
    note_use(model::Primitive::timed_mutex);
    return model::lock_shared(model_of(lock, KATA_CALLER), deadline_of(clock, *time));
  }
  static const auto next = real<decltype(pthread_rwlock_clockrdlock)>("pthread_rwlock_clockrdlock");
  return on_fiber() ? 0 : next(lock, clock, time);
}

KATA_EXPORT int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock, const timespec* time) {
  return pthread_rwlock_clockrdlock(lock, CLOCK_REALTIME, time);
}

KATA_EXPORT int pthread_rwlock_wrlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::lock_exclusive(model_of(lock, KATA_CALLER));
  static const auto next = real<decltype(pthread_rwlock_wrlock)>("pthread_rwlock_wrlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_trywrlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::try_lock_exclusive(model_of(lock, KATA_CALLER));
  static const auto next = real<decltype(pthread_rwlock_trywrlock)>("pthread_rwlock_trywrlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock,
                                           const timespec* time) {
  if (ours(lock)) {
    if (!is_valid(*time) || !is_limits_clock(clock)) return EINVAL;
    note_use(model::Primitive::timed_mutex);
    return model::lock_exclusive(model_of(lock, KATA_CALLER), deadline_of(clock, *time));
  }
  static const auto next = real<decltype(pthread_rwlock_clockwrlock)>("pthread_rwlock_clockwrlock");
  return on_fiber() ? 0 : next(lock, clock, time);
}

KATA_EXPORT int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock, const timespec* time) {
  return pthread_rwlock_clockwrlock(lock, CLOCK_REALTIME, time);
}

KATA_EXPORT int pthread_rwlock_unlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::unlock(model_of(lock, KATA_CALLER), unlock_mode());
  static const auto next = real<decltype(pthread_rwlock_unlock)>("pthread_rwlock_unlock");
  return on_fiber() ? 0 : next(lock);
}

}  // namespace kata::intercept
