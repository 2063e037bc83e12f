// SPDX-License-Identifier: MIT
// Clocks, sleeps and timed waits in the kata's time. Waits that name their clock are turned into
// those that do not where ThreadSanitizer (of GCC 12) only knows the latter.
#include <errno.h>
#include <semaphore.h>
#include <stdarg.h>
#include <sys/time.h>
#include <unistd.h>

#include "native/clock.hpp"
#include "native/noise.hpp"
#include "native/real.hpp"
#include "native/sanitizer.hpp"

using namespace kata::native;

namespace {

// A condition variable's clock is not to be seen from outside, but a deadline tells: by the wrong
// clock it would be decades away.
clockid_t clock_of(const timespec& deadline) {
  const std::int64_t time = kernel::nanoseconds(deadline);
  const auto distance = [time](clockid_t clock) {
    const std::int64_t between = time - shown(clock);
    return between < 0 ? -between : between;
  };
  return distance(CLOCK_MONOTONIC) < distance(CLOCK_REALTIME) ? CLOCK_MONOTONIC : CLOCK_REALTIME;
}

// A deadline by `clock` as a real deadline by CLOCK_REALTIME.
timespec on_the_wall(clockid_t clock, const timespec& deadline) {
  const std::int64_t real = kernel::nanoseconds(real_time(clock, deadline));
  return kernel::timespec_of(real - kernel::clock(clock) + kernel::clock(CLOCK_REALTIME));
}

int sleep_until(std::int64_t kata_nanoseconds) {
  noise();
  elapse(kata_nanoseconds);
  noise();
  return 0;
}

constinit Real<int(pthread_cond_t*, pthread_mutex_t*, const timespec*)> real_cond_timedwait(
    "pthread_cond_timedwait", "GLIBC_2.3.2");
constinit Real<int(pthread_mutex_t*, const timespec*)> real_mutex_timedlock(
    "pthread_mutex_timedlock");
constinit Real<int(pthread_rwlock_t*, const timespec*)> real_timedrdlock(
    "pthread_rwlock_timedrdlock");
constinit Real<int(pthread_rwlock_t*, const timespec*)> real_timedwrlock(
    "pthread_rwlock_timedwrlock");
constinit Real<int(sem_t*, const timespec*)> real_sem_timedwait("sem_timedwait");
constinit Real<int(pthread_mutex_t*)> real_unlock("pthread_mutex_unlock");
constinit Real<int(pthread_mutex_t*)> real_lock("pthread_mutex_lock");

int cond_wait_until(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec& real) {
  noise();
  if (wakes_spuriously()) {
    real_unlock(mutex);
    noise(4);
    real_lock(mutex);
    return 0;
  }
  int result = 0;
  {
    const TimedWait waiting;
    result = real_cond_timedwait(condition, mutex, &real);
  }
  noise();
  return result;
}

// Calls `wait` with a real deadline by CLOCK_REALTIME.
template <class Wait>
int timed(clockid_t clock, const timespec* deadline, Wait wait) {
  noise();
  if (deadline->tv_nsec < 0 || deadline->tv_nsec >= 1'000'000'000) return wait(deadline);  // EINVAL
  const timespec real = on_the_wall(clock, *deadline);
  const TimedWait waiting;
  return wait(&real);
}

}  // namespace

KATA_INSTEAD int clock_gettime(clockid_t clock, timespec* time) noexcept {
  *time = kernel::timespec_of(shown(clock));
  return 0;
}

KATA_INSTEAD int timespec_get(timespec* time, int base) noexcept {
  return clock_gettime(CLOCK_REALTIME, time) == 0 ? base : 0;
}

KATA_INSTEAD int gettimeofday(timeval* time, void*) noexcept {
  const std::int64_t now = shown(CLOCK_REALTIME);
  *time = {now / 1'000'000'000, now % 1'000'000'000 / 1'000};
  return 0;
}

KATA_INSTEAD time_t time(time_t* to) noexcept {
  const time_t now = shown(CLOCK_REALTIME) / 1'000'000'000;
  if (to != nullptr) *to = now;
  return now;
}

KATA_INSTEAD int nanosleep(const timespec* duration, timespec*) {
  return sleep_until(kernel::nanoseconds(*duration));
}

KATA_INSTEAD int clock_nanosleep(clockid_t clock, int flags, const timespec* duration, timespec*) {
  const std::int64_t from = (flags & TIMER_ABSTIME) != 0 ? shown(clock) : 0;
  return sleep_until(kernel::nanoseconds(*duration) - from);
}

KATA_INSTEAD int usleep(useconds_t duration) { return sleep_until(std::int64_t{duration} * 1'000); }

KATA_INSTEAD unsigned sleep(unsigned duration) {
  sleep_until(std::int64_t{duration} * 1'000'000'000);
  return 0;
}

KATA_INSTEAD int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                        const timespec* deadline) {
  const Frame frame(__builtin_return_address(0));
  return cond_wait_until(condition, mutex, real_time(clock_of(*deadline), *deadline));
}

KATA_INSTEAD int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                        clockid_t clock, const timespec* deadline) {
  const Frame frame(__builtin_return_address(0));
  return cond_wait_until(condition, mutex, on_the_wall(clock, *deadline));
}

KATA_INSTEAD int pthread_mutex_timedlock(pthread_mutex_t* mutex,
                                         const timespec* deadline) noexcept {
  const Frame frame(__builtin_return_address(0));
  return timed(CLOCK_REALTIME, deadline,
               [mutex](const timespec* real) { return real_mutex_timedlock(mutex, real); });
}

KATA_INSTEAD int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                         const timespec* deadline) noexcept {
  const Frame frame(__builtin_return_address(0));
  return timed(clock, deadline,
               [mutex](const timespec* real) { return real_mutex_timedlock(mutex, real); });
}

KATA_INSTEAD int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock,
                                            const timespec* deadline) noexcept {
  const Frame frame(__builtin_return_address(0));
  return timed(CLOCK_REALTIME, deadline,
               [lock](const timespec* real) { return real_timedrdlock(lock, real); });
}

KATA_INSTEAD int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock,
                                            const timespec* deadline) noexcept {
  const Frame frame(__builtin_return_address(0));
  return timed(clock, deadline,
               [lock](const timespec* real) { return real_timedrdlock(lock, real); });
}

KATA_INSTEAD int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock,
                                            const timespec* deadline) noexcept {
  const Frame frame(__builtin_return_address(0));
  return timed(CLOCK_REALTIME, deadline,
               [lock](const timespec* real) { return real_timedwrlock(lock, real); });
}

KATA_INSTEAD int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock,
                                            const timespec* deadline) noexcept {
  const Frame frame(__builtin_return_address(0));
  return timed(clock, deadline,
               [lock](const timespec* real) { return real_timedwrlock(lock, real); });
}

KATA_INSTEAD int sem_timedwait(sem_t* semaphore, const timespec* deadline) {
  const Frame frame(__builtin_return_address(0));
  return timed(CLOCK_REALTIME, deadline,
               [semaphore](const timespec* real) { return real_sem_timedwait(semaphore, real); });
}

KATA_INSTEAD int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* deadline) {
  const Frame frame(__builtin_return_address(0));
  return timed(clock, deadline,
               [semaphore](const timespec* real) { return real_sem_timedwait(semaphore, real); });
}

namespace {

// The real deadline of a futex wait in `to`; the kernel takes a duration or, in the …BITSET form, a
// time of one of two clocks.
const timespec* futex_deadline(int operation, const timespec* asked, timespec& to) {
  if (asked == nullptr) return nullptr;
  if ((operation & FUTEX_CMD_MASK) == FUTEX_WAIT) {
    to = kernel::timespec_of((kernel::nanoseconds(*asked) + speed - 1) / speed);
  } else {
    const bool wall = (operation & FUTEX_CLOCK_REALTIME) != 0;
    to = real_time(wall ? CLOCK_REALTIME : CLOCK_MONOTONIC, *asked);
  }
  return &to;
}

long futex(long address, int operation, long value, long fourth, long fifth, long sixth) {
  const int command = operation & FUTEX_CMD_MASK;
  noise();
  long result = 0;
  if (command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET) {
    timespec real{};
    const timespec* deadline =
        futex_deadline(operation, reinterpret_cast<const timespec*>(fourth), real);
    if (deadline != nullptr) ++run.timed_waits;
    result =
        kernel::call(SYS_futex, address, operation, value, kernel::word(deadline), fifth, sixth);
    if (deadline != nullptr) --run.timed_waits;
  } else {
    result = kernel::call(SYS_futex, address, operation, value, fourth, fifth, sixth);
  }
  noise();
  return result;
}

}  // namespace

KATA_INSTEAD long syscall(long number, ...) noexcept {
  va_list list;
  va_start(list, number);
  long words[6];
  for (long& word : words) word = va_arg(list, long);
  va_end(list);
  long result = 0;
  if (number == SYS_futex) {
    result = futex(words[0], static_cast<int>(words[1]), words[2], words[3], words[4], words[5]);
  } else {
    result = kernel::call(number, words[0], words[1], words[2], words[3], words[4], words[5]);
  }
  if (result < 0 && result > -4096) {
    errno = static_cast<int>(-result);
    return -1;
  }
  return result;
}
