// SPDX-License-Identifier: MIT
// Noise around what threads meet at. The functions themselves are the library's.
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

}  // namespace

KATA_INSTEAD int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept {
  const Frame frame(__builtin_return_address(0));
  noise();
  return real_lock(mutex);
}

KATA_INSTEAD int pthread_mutex_unlock(pthread_mutex_t* mutex) noexcept {
  const Frame frame(__builtin_return_address(0));
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
