// SPDX-License-Identifier: MIT
// C11's <threads.h>. In glibc its functions call the insides of the pthread ones, where nobody
// could stand in; its types are the pthread types by other names.
#include <pthread.h>
#include <threads.h>
#include <time.h>

#include <cerrno>

#include "intercept/common.hpp"
#include "model/join.hpp"

namespace kata::intercept {

namespace {

static_assert(sizeof(mtx_t) == sizeof(pthread_mutex_t) && sizeof(cnd_t) == sizeof(pthread_cond_t));

pthread_mutex_t* pthread_of(mtx_t* mutex) { return reinterpret_cast<pthread_mutex_t*>(mutex); }
pthread_cond_t* pthread_of(cnd_t* condition) {
  return reinterpret_cast<pthread_cond_t*>(condition);
}

int status_of(int error) {
  switch (error) {
    case 0:
      return thrd_success;
    case EBUSY:
      return thrd_busy;
    case ETIMEDOUT:
      return thrd_timedout;
    case ENOMEM:
    case EAGAIN:
      return thrd_nomem;
    default:
      return thrd_error;
  }
}

// A C11 thread's function returns an int, a pthread's a pointer.
struct Start {
  thrd_start_t function;
  void* argument;
};

void* run(void* start) {
  const Start copy = *static_cast<Start*>(start);
  delete static_cast<Start*>(start);
  return reinterpret_cast<void*>(static_cast<std::intptr_t>(copy.function(copy.argument)));
}

}  // namespace

KATA_EXPORT int thrd_create(thrd_t* thread, thrd_start_t function, void* argument) {
  auto* start = new Start{function, argument};
  const int error = pthread_create(thread, nullptr, run, start);
  if (error != 0) delete start;
  return status_of(error);
}
KATA_EXPORT int thrd_join(thrd_t thread, int* result) {
  void* value = nullptr;
  const int error = pthread_join(thread, &value);
  if (result != nullptr) *result = static_cast<int>(reinterpret_cast<std::intptr_t>(value));
  return status_of(error);
}
KATA_EXPORT int thrd_detach(thrd_t thread) { return status_of(pthread_detach(thread)); }
KATA_EXPORT void thrd_exit(int result) {
  pthread_exit(reinterpret_cast<void*>(static_cast<std::intptr_t>(result)));
}
KATA_EXPORT void thrd_yield() { sched_yield(); }
KATA_EXPORT int thrd_sleep(const timespec* time, timespec* remaining) {
  return clock_nanosleep(CLOCK_REALTIME, 0, time, remaining) == 0 ? 0 : -2;
}

KATA_EXPORT int mtx_init(mtx_t* mutex, int kind) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(
      &attributes, (kind & mtx_recursive) != 0 ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL);
  const int error = pthread_mutex_init(pthread_of(mutex), &attributes);
  pthread_mutexattr_destroy(&attributes);
  return status_of(error);
}
KATA_EXPORT void mtx_destroy(mtx_t* mutex) { pthread_mutex_destroy(pthread_of(mutex)); }
KATA_EXPORT int mtx_lock(mtx_t* mutex) { return status_of(pthread_mutex_lock(pthread_of(mutex))); }
KATA_EXPORT int mtx_trylock(mtx_t* mutex) {
  return status_of(pthread_mutex_trylock(pthread_of(mutex)));
}
KATA_EXPORT int mtx_timedlock(mtx_t* mutex, const timespec* until) {
  return status_of(pthread_mutex_timedlock(pthread_of(mutex), until));
}
KATA_EXPORT int mtx_unlock(mtx_t* mutex) {
  return status_of(pthread_mutex_unlock(pthread_of(mutex)));
}

KATA_EXPORT int cnd_init(cnd_t* condition) {
  return status_of(pthread_cond_init(pthread_of(condition), nullptr));
}
KATA_EXPORT void cnd_destroy(cnd_t* condition) { pthread_cond_destroy(pthread_of(condition)); }
KATA_EXPORT int cnd_wait(cnd_t* condition, mtx_t* mutex) {
  return status_of(pthread_cond_wait(pthread_of(condition), pthread_of(mutex)));
}
KATA_EXPORT int cnd_timedwait(cnd_t* condition, mtx_t* mutex, const timespec* until) {
  return status_of(pthread_cond_timedwait(pthread_of(condition), pthread_of(mutex), until));
}
KATA_EXPORT int cnd_signal(cnd_t* condition) {
  return status_of(pthread_cond_signal(pthread_of(condition)));
}
KATA_EXPORT int cnd_broadcast(cnd_t* condition) {
  return status_of(pthread_cond_broadcast(pthread_of(condition)));
}

KATA_EXPORT void call_once(once_flag* flag, void (*function)()) {
  pthread_once(reinterpret_cast<pthread_once_t*>(flag), function);
}

KATA_EXPORT int tss_create(tss_t* key, tss_dtor_t destructor) {
  return status_of(model::create_key(key, destructor, false));
}
KATA_EXPORT void tss_delete(tss_t key) { model::delete_key(key); }
KATA_EXPORT void* tss_get(tss_t key) { return model::get_specific(key); }
KATA_EXPORT int tss_set(tss_t key, void* value) {
  return status_of(model::set_specific(key, value));
}

}  // namespace kata::intercept
