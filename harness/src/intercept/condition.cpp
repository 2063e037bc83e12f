// SPDX-License-Identifier: MIT
// pthread_cond_*: std::condition_variable.
#include "model/condition.hpp"

#include <pthread.h>

#include <cerrno>

#include "intercept/cancellation.hpp"
#include "intercept/common.hpp"
#include "intercept/making.hpp"
#include "intercept/mutex.hpp"
#include "intercept/virtual_time.hpp"
#include "world/forbidden.hpp"

namespace kata::intercept {

#define KATA_CALLER __builtin_return_address(0)

namespace {

// glibc keeps the clock of a condition variable in bit 1 of this word; our handle, in the first
// eight bytes, leaves it alone.
[[gnu::always_inline]] inline model::Condition& model_of(pthread_cond_t* condition,
                                                         const void* caller) {
  bool is_new = false;
  bool is_first = false;
  model::Condition& found = model::conditions.of(condition, &is_new, &is_first);
  if (is_new || is_first) [[unlikely]]
    note_first_use(model::conditions, found, is_first, caller);
  if (is_new) found.monotonic = (condition->__data.__wrefs & 2) != 0;
  return found;
}

// As model_of, for a wait or a notification. The constructor and the destructor of a
// std::condition_variable are no use of it.
[[gnu::always_inline]] inline model::Condition& used(pthread_cond_t* condition,
                                                     const void* caller) {
  note_use(model::Primitive::condition_variable);
  return model_of(condition, caller);
}

// The mutex was locked, so its model exists; one that was never locked gets one that says so.
model::Mutex& mutex_of(pthread_mutex_t* mutex) {
  bool is_new = false;
  model::Mutex& found = model::mutexes.of(mutex, &is_new);
  if (is_new) found.kind = kind_of(*mutex);
  return found;
}

}  // namespace

KATA_EXPORT int pthread_cond_init(pthread_cond_t* condition, const pthread_condattr_t* attributes) {
  static const auto next = real<decltype(pthread_cond_init)>("pthread_cond_init");
  const bool ours = in_schedule() && is_submissions(condition);
  if (ours) note_making(condition, sizeof *condition, KATA_CALLER);
  const int failed = next(condition, attributes);
  if (failed != 0 || !ours) return failed;
  model_of(condition, nullptr);
  wait_for_use(model::conditions, condition);
  return 0;
}

KATA_EXPORT int pthread_cond_destroy(pthread_cond_t* condition) {
  if (in_schedule() && is_submissions(condition))
    return model::destroy(model_of(condition, KATA_CALLER));
  static const auto next = real<decltype(pthread_cond_destroy)>("pthread_cond_destroy");
  return on_fiber() ? 0 : next(condition);
}

KATA_EXPORT int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  const void* caller = KATA_CALLER;
  if (in_schedule())
    return cancellable([&] { return model::wait(used(condition, caller), mutex_of(mutex)); });
  static const auto next = real<decltype(pthread_cond_wait)>("pthread_cond_wait");
  return next(condition, mutex);
}

KATA_EXPORT int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                       clockid_t clock, const timespec* time) {
  if (in_schedule()) {
    if (!is_valid(*time) || !is_limits_clock(clock)) return EINVAL;
    const model::Nanoseconds deadline = deadline_of(clock, *time);
    const void* caller = KATA_CALLER;
    return cancellable(
        [&] { return model::wait(used(condition, caller), mutex_of(mutex), deadline); });
  }
  static const auto next = real<decltype(pthread_cond_clockwait)>("pthread_cond_clockwait");
  return next(condition, mutex, clock, time);
}

KATA_EXPORT int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                       const timespec* time) {
  if (in_schedule()) {
    const clockid_t clock =
        model_of(condition, KATA_CALLER).monotonic ? CLOCK_MONOTONIC : CLOCK_REALTIME;
    return pthread_cond_clockwait(condition, mutex, clock, time);
  }
  static const auto next = real<decltype(pthread_cond_timedwait)>("pthread_cond_timedwait");
  return next(condition, mutex, time);
}

KATA_EXPORT int pthread_cond_signal(pthread_cond_t* condition) {
  if (in_schedule() && is_submissions(condition))
    return model::notify_one(used(condition, KATA_CALLER));
  static const auto next = real<decltype(pthread_cond_signal)>("pthread_cond_signal");
  return on_fiber() ? 0 : next(condition);
}

KATA_EXPORT int pthread_cond_broadcast(pthread_cond_t* condition) {
  if (in_schedule() && is_submissions(condition))
    return model::notify_all(used(condition, KATA_CALLER));
  static const auto next = real<decltype(pthread_cond_broadcast)>("pthread_cond_broadcast");
  return on_fiber() ? 0 : next(condition);
}

}  // namespace kata::intercept
