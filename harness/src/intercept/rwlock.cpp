// SPDX-License-Identifier: MIT
// pthread_rwlock_*: std::shared_mutex, shared_timed_mutex.
#include "model/rwlock.hpp"

#include <pthread.h>

#include <cerrno>

#include "intercept/caller.hpp"
#include "intercept/common.hpp"
#include "intercept/virtual_time.hpp"

namespace kata::intercept {

namespace {

bool ours(pthread_rwlock_t* lock) { return in_schedule() && is_submissions(lock); }
model::RwLock& model_of(pthread_rwlock_t* lock) { return model::rwlocks.of(lock); }

}  // namespace

KATA_EXPORT int pthread_rwlock_init(pthread_rwlock_t* lock,
                                    const pthread_rwlockattr_t* attributes) {
  static const auto next = real<decltype(pthread_rwlock_init)>("pthread_rwlock_init");
  return next(lock, attributes);  // all zeros where the model's handle goes
}

KATA_EXPORT int pthread_rwlock_destroy(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::destroy(model_of(lock));
  static const auto next = real<decltype(pthread_rwlock_destroy)>("pthread_rwlock_destroy");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_rdlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::lock_shared(model_of(lock));
  static const auto next = real<decltype(pthread_rwlock_rdlock)>("pthread_rwlock_rdlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_tryrdlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::try_lock_shared(model_of(lock));
  static const auto next = real<decltype(pthread_rwlock_tryrdlock)>("pthread_rwlock_tryrdlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock,
                                           const timespec* time) {
  if (ours(lock)) {
    if (!is_valid(*time)) return EINVAL;
    return model::lock_shared(model_of(lock), deadline_of(clock, *time));
  }
  static const auto next = real<decltype(pthread_rwlock_clockrdlock)>("pthread_rwlock_clockrdlock");
  return on_fiber() ? 0 : next(lock, clock, time);
}

KATA_EXPORT int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock, const timespec* time) {
  return pthread_rwlock_clockrdlock(lock, CLOCK_REALTIME, time);
}

KATA_EXPORT int pthread_rwlock_wrlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::lock_exclusive(model_of(lock));
  static const auto next = real<decltype(pthread_rwlock_wrlock)>("pthread_rwlock_wrlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_trywrlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::try_lock_exclusive(model_of(lock));
  static const auto next = real<decltype(pthread_rwlock_trywrlock)>("pthread_rwlock_trywrlock");
  return on_fiber() ? 0 : next(lock);
}

KATA_EXPORT int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock,
                                           const timespec* time) {
  if (ours(lock)) {
    if (!is_valid(*time)) return EINVAL;
    return model::lock_exclusive(model_of(lock), deadline_of(clock, *time));
  }
  static const auto next = real<decltype(pthread_rwlock_clockwrlock)>("pthread_rwlock_clockwrlock");
  return on_fiber() ? 0 : next(lock, clock, time);
}

KATA_EXPORT int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock, const timespec* time) {
  return pthread_rwlock_clockwrlock(lock, CLOCK_REALTIME, time);
}

KATA_EXPORT int pthread_rwlock_unlock(pthread_rwlock_t* lock) {
  if (ours(lock)) return model::unlock(model_of(lock), unlock_mode());
  static const auto next = real<decltype(pthread_rwlock_unlock)>("pthread_rwlock_unlock");
  return on_fiber() ? 0 : next(lock);
}

}  // namespace kata::intercept
