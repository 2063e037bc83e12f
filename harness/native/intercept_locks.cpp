// SPDX-License-Identifier: MIT
// Noise around what threads meet at. The functions themselves are the library's.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>

#include "native/noise.hpp"
#include "native/real.hpp"
#include "native/run.hpp"
#include "native/sanitizer.hpp"

using namespace kata::native;

namespace {

constinit Real<int(pthread_mutex_t*)> real_lock("pthread_mutex_lock");
constinit Real<int(pthread_mutex_t*)> real_unlock("pthread_mutex_unlock");
constinit Real<int(pthread_cond_t*, pthread_mutex_t*)> real_wait("pthread_cond_wait",
                                                                 "GLIBC_2.3.2");
constinit Real<int(pthread_cond_t*)> real_signal("pthread_cond_signal", "GLIBC_2.3.2");
constinit Real<int(pthread_cond_t*)> real_broadcast("pthread_cond_broadcast", "GLIBC_2.3.2");
constinit Real<int(sem_t*)> real_sem_wait("sem_wait");
constinit Real<int(sem_t*)> real_sem_post("sem_post");

constinit Real<int(std::int64_t*)> real_guard_acquire("__cxa_guard_acquire");
constinit Real<void(std::int64_t*)> real_guard_abort("__cxa_guard_abort");

// Misuse of a mutex that checks for errors is answered, not undefined. ThreadSanitizer does not
// know that, so it is not asked.
bool checks_errors(const pthread_mutex_t* mutex) {
  return (mutex->__data.__kind & 3) == PTHREAD_MUTEX_ERRORCHECK;
}
bool is_own(const pthread_mutex_t* mutex) { return mutex->__data.__owner == kernel::thread_id(); }

using Once = int(pthread_once_t*, void (*)());

// The C library's own, even where a sanitizer stands in front of it: ThreadSanitizer's waits for
// ever after a function that has thrown.
Once* library_once() {
  static constinit std::atomic<void*> found{nullptr};
  if (found == nullptr) {
    found = dlsym(dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD), "pthread_once");
  }
  return reinterpret_cast<Once*>(found.load());
}

struct Initialisation {
  void (*function)();
  pthread_once_t* control;
};
__attribute__((tls_model("initial-exec"))) thread_local Initialisation initialisation{};

void initialise() {
  // If it throws, another thread is to try again, and comes after.
  struct Turn {
    const Initialisation mine = initialisation;
    Turn() { acquire_order(mine.control); }
    ~Turn() { release_order(mine.control); }
  } const turn;
  turn.mine.function();
}

}  // namespace

// A static whose constructor has thrown is tried again by another thread, which comes after.
KATA_INSTEAD int __cxa_guard_acquire(std::int64_t* guard) {
  const int result = real_guard_acquire(guard);
  acquire_order(guard);
  return result;
}

KATA_INSTEAD void __cxa_guard_abort(std::int64_t* guard) noexcept {
  release_order(guard);
  real_guard_abort(guard);
}

KATA_INSTEAD int pthread_once(pthread_once_t* control, void (*function)()) {
  const Initialisation outer = initialisation;
  struct Restore {
    const Initialisation& outer;
    ~Restore() { initialisation = outer; }
  } const restore{outer};
  initialisation = {function, control};
  const int result = library_once()(control, initialise);
  acquire_order(control);
  return result;
}

KATA_INSTEAD int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept {
  const Frame frame(__builtin_return_address(0));
  noise();
  if (checks_errors(mutex) && is_own(mutex)) return EDEADLK;
  return real_lock(mutex);
}

KATA_INSTEAD int pthread_mutex_unlock(pthread_mutex_t* mutex) noexcept {
  const Frame frame(__builtin_return_address(0));
  if (checks_errors(mutex) && !is_own(mutex)) return EPERM;
  const int result = real_unlock(mutex);
  noise();
  return result;
}

KATA_INSTEAD int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  const Frame frame(__builtin_return_address(0));
  // A notification without the mutex may come right here and be lost.
  noise(2);
  if (wakes_spuriously()) {
    real_unlock(mutex);
    noise(4);
    return real_lock(mutex);
  }
  const int result = real_wait(condition, mutex);
  noise();
  return result;
}

KATA_INSTEAD int pthread_cond_signal(pthread_cond_t* condition) noexcept {
  const Frame frame(__builtin_return_address(0));
  noise();
  return real_signal(condition);
}

KATA_INSTEAD int pthread_cond_broadcast(pthread_cond_t* condition) noexcept {
  const Frame frame(__builtin_return_address(0));
  noise();
  return real_broadcast(condition);
}

KATA_INSTEAD int sem_wait(sem_t* semaphore) {
  const Frame frame(__builtin_return_address(0));
  noise();
  return real_sem_wait(semaphore);
}

KATA_INSTEAD int sem_post(sem_t* semaphore) noexcept {
  const Frame frame(__builtin_return_address(0));
  noise();
  const int result = real_sem_post(semaphore);
  noise();
  return result;
}
