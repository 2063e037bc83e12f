// SPDX-License-Identifier: MIT
// explore: --schedules 500
// A limit 50 ms from now, on both clocks, with the carry.
#include <pthread.h>
#include <time.h>

#include <cerrno>
#include <initializer_list>

namespace {

constexpr long second = 1'000'000'000;

timespec in_50_ms(clockid_t clock) {
  timespec limit;
  clock_gettime(clock, &limit);
  limit.tv_nsec += 50'000'000;
  if (limit.tv_nsec >= second) {
    limit.tv_nsec -= second;
    ++limit.tv_sec;
  }
  return limit;
}

}  // namespace

int main() {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t never = PTHREAD_COND_INITIALIZER;
  pthread_mutex_lock(&mutex);
  int failed = 0;
  for (const clockid_t clock : {CLOCK_REALTIME, CLOCK_MONOTONIC}) {
    const timespec limit = in_50_ms(clock);
    int result = 0;
    while (result == 0) result = pthread_cond_clockwait(&never, &mutex, clock, &limit);
    timespec now;
    clock_gettime(clock, &now);
    const bool passed =
        now.tv_sec > limit.tv_sec || (now.tv_sec == limit.tv_sec && now.tv_nsec >= limit.tv_nsec);
    if (result != ETIMEDOUT || !passed) ++failed;
  }
  pthread_mutex_unlock(&mutex);
  return failed;
}
