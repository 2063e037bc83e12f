// SPDX-License-Identifier: MIT
// pthread_mutex_*: std::mutex, recursive_mutex, timed_mutex.
#include "model/mutex.hpp"

#include <pthread.h>

#include <cerrno>

#include "intercept/caller.hpp"
#include "intercept/common.hpp"
#include "intercept/virtual_time.hpp"

namespace kata::intercept {

namespace {

model::Mutex& model_of(pthread_mutex_t* mutex) {
  bool is_new = false;
  model::Mutex& found = model::mutexes.of(mutex, &is_new);
  if (is_new) {
    // glibc's marks for lock elision say nothing about how the mutex behaves; one of them is there
    // whenever a program asks for PTHREAD_MUTEX_NORMAL. There is one process, shared or not.
    constexpr int shared = 128, elision = 256 | 512, robust = 16, inherits = 32, protects = 64;
    const int kind = mutex->__data.__kind & ~(shared | elision);
    if ((kind & ~(3 | robust | inherits | protects)) != 0) {
      model::world->stop(model::Verdict::undefined_behavior,
                         "a mutex is used in memory that holds none",
                         "A pthread mutex must be initialised, by pthread_mutex_init or "
                         "PTHREAD_MUTEX_INITIALIZER, before it is used.");
    }
    if ((kind & ~3) != 0) unsupported("a robust or priority-inheriting mutex");
    found.kind = (kind & 3) == PTHREAD_MUTEX_RECURSIVE_NP    ? model::MutexKind::recursive
                 : (kind & 3) == PTHREAD_MUTEX_ERRORCHECK_NP ? model::MutexKind::error_checking
                                                             : model::MutexKind::normal;
  }
  return found;
}

}  // namespace

KATA_EXPORT int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attributes) {
  static const auto next = real<decltype(pthread_mutex_init)>("pthread_mutex_init");
  if (!in_schedule() || !is_submissions(mutex)) return next(mutex, attributes);
  const int failed = next(mutex, attributes);
  if (failed == 0) model_of(mutex).is_std = false;
  return failed;
}

KATA_EXPORT int pthread_mutex_destroy(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) return model::destroy(model_of(mutex));
  static const auto next = real<decltype(pthread_mutex_destroy)>("pthread_mutex_destroy");
  return on_fiber() ? 0 : next(mutex);
}

KATA_EXPORT int pthread_mutex_lock(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) return model::lock(model_of(mutex));
  static const auto next = real<decltype(pthread_mutex_lock)>("pthread_mutex_lock");
  return on_fiber() ? 0 : next(mutex);
}

KATA_EXPORT int pthread_mutex_trylock(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) {
    return model::try_lock(model_of(mutex), is_from_std(pc_of(__builtin_return_address(0))));
  }
  static const auto next = real<decltype(pthread_mutex_trylock)>("pthread_mutex_trylock");
  return on_fiber() ? 0 : next(mutex);
}

KATA_EXPORT int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                        const timespec* time) {
  if (in_schedule() && is_submissions(mutex)) {
    if (!is_valid(*time)) return EINVAL;
    return model::lock(model_of(mutex), deadline_of(clock, *time));
  }
  static const auto next = real<decltype(pthread_mutex_clocklock)>("pthread_mutex_clocklock");
  return on_fiber() ? 0 : next(mutex, clock, time);
}

KATA_EXPORT int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* time) {
  return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, time);
}

KATA_EXPORT int pthread_mutex_unlock(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) return model::unlock(model_of(mutex));
  static const auto next = real<decltype(pthread_mutex_unlock)>("pthread_mutex_unlock");
  return on_fiber() ? 0 : next(mutex);
}

}  // namespace kata::intercept
