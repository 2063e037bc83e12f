// SPDX-License-Identifier: MIT
// pthread_mutex_*: std::mutex, recursive_mutex, timed_mutex.
#include "model/mutex.hpp"

#include <pthread.h>

#include <cerrno>

#include "intercept/caller.hpp"
#include "intercept/common.hpp"
#include "intercept/making.hpp"
#include "intercept/mutex.hpp"
#include "intercept/virtual_time.hpp"
#include "world/forbidden.hpp"

namespace kata::intercept {

#define KATA_CALLER __builtin_return_address(0)

model::MutexKind kind_of(const pthread_mutex_t& mutex) {
  // glibc's marks for lock elision say nothing about how the mutex behaves; one of them is there
  // whenever a program asks for PTHREAD_MUTEX_NORMAL. There is one process, shared or not.
  // Priorities say who runs first, never who may.
  constexpr int shared = 128, elision = 256 | 512, robust = 16, inherits = 32, protects = 64;
  const int kind = mutex.__data.__kind & ~(shared | elision | inherits | protects);
  if ((kind & ~(3 | robust)) != 0) {
    model::world->stop(model::Verdict::undefined_behavior,
                       "a mutex is used in memory that holds none",
                       "A pthread mutex must be initialised, by pthread_mutex_init or "
                       "PTHREAD_MUTEX_INITIALIZER, before it is used.");
  }
  if ((kind & ~3) != 0) unsupported("a robust mutex");
  return (kind & 3) == PTHREAD_MUTEX_RECURSIVE_NP    ? model::MutexKind::recursive
         : (kind & 3) == PTHREAD_MUTEX_ERRORCHECK_NP ? model::MutexKind::error_checking
                                                     : model::MutexKind::normal;
}

namespace {

[[gnu::always_inline]] inline model::Mutex& model_of(pthread_mutex_t* mutex, const void* caller) {
  bool is_new = false;
  bool is_first = false;
  model::Mutex& found = model::mutexes.of(mutex, &is_new, &is_first);
  if (is_new || is_first) [[unlikely]]
    note_first_use(model::mutexes, found, is_first, caller);
  if (is_new) {
    found.kind = kind_of(*mutex);
    if (found.kind == model::MutexKind::recursive) note_use(model::Primitive::recursive_mutex);
  }
  return found;
}

}  // namespace

KATA_EXPORT int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attributes) {
  static const auto next = real<decltype(pthread_mutex_init)>("pthread_mutex_init");
  if (!in_schedule() || !is_submissions(mutex)) return next(mutex, attributes);
  note_making(mutex, sizeof *mutex, KATA_CALLER);
  const int failed = next(mutex, attributes);
  if (failed != 0) return failed;
  model_of(mutex, nullptr).is_std = false;
  wait_for_use(model::mutexes, mutex);
  return 0;
}

KATA_EXPORT int pthread_mutex_destroy(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) return model::destroy(model_of(mutex, KATA_CALLER));
  static const auto next = real<decltype(pthread_mutex_destroy)>("pthread_mutex_destroy");
  return on_fiber() ? 0 : next(mutex);
}

KATA_EXPORT int pthread_mutex_lock(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) return model::lock(model_of(mutex, KATA_CALLER));
  static const auto next = real<decltype(pthread_mutex_lock)>("pthread_mutex_lock");
  return on_fiber() ? 0 : next(mutex);
}

KATA_EXPORT int pthread_mutex_trylock(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) {
    return model::try_lock(model_of(mutex, KATA_CALLER), is_from_std(pc_of(KATA_CALLER)));
  }
  static const auto next = real<decltype(pthread_mutex_trylock)>("pthread_mutex_trylock");
  return on_fiber() ? 0 : next(mutex);
}

KATA_EXPORT int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                        const timespec* time) {
  if (in_schedule() && is_submissions(mutex)) {
    if (!is_valid(*time) || !is_limits_clock(clock)) return EINVAL;
    note_use(model::Primitive::timed_mutex);
    return model::lock(model_of(mutex, KATA_CALLER), deadline_of(clock, *time));
  }
  static const auto next = real<decltype(pthread_mutex_clocklock)>("pthread_mutex_clocklock");
  return on_fiber() ? 0 : next(mutex, clock, time);
}

KATA_EXPORT int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* time) {
  return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, time);
}

KATA_EXPORT int pthread_mutex_unlock(pthread_mutex_t* mutex) {
  if (in_schedule() && is_submissions(mutex)) return model::unlock(model_of(mutex, KATA_CALLER));
  static const auto next = real<decltype(pthread_mutex_unlock)>("pthread_mutex_unlock");
  return on_fiber() ? 0 : next(mutex);
}

}  // namespace kata::intercept
