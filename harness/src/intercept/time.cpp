// SPDX-License-Identifier: MIT
// Clocks and sleeping, on virtual time.
#include <poll.h>
#include <sys/select.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

#include "intercept/cancellation.hpp"
#include "intercept/common.hpp"
#include "intercept/virtual_time.hpp"
#include "model/sleep.hpp"

namespace kata::intercept {

namespace {

void sleep_until(model::Nanoseconds deadline) {
  CancellationPoint here;
  model::sleep_until(deadline);
  here.leave();
}

void sleep_for(model::Nanoseconds duration) {
  CancellationPoint here;
  model::sleep_for(duration);
  here.leave();
}

}  // namespace

KATA_EXPORT int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static const auto next = real<int(clockid_t, timespec*)>("clock_gettime");
  if (!on_fiber()) return next(clock, time);
  const model::Nanoseconds start =
      clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID ? 0 : start_of(clock);
  *time = to_timespec(start + (in_schedule() ? model::world->read_clock() : model::world->now()));
  return 0;
}

KATA_EXPORT int gettimeofday(timeval* time, void*) noexcept {
  timespec precise;
  clock_gettime(CLOCK_REALTIME, &precise);
  *time = {precise.tv_sec, precise.tv_nsec / 1000};
  return 0;
}

KATA_EXPORT time_t time(time_t* where) noexcept {
  timespec precise;
  clock_gettime(CLOCK_REALTIME, &precise);
  if (where != nullptr) *where = precise.tv_sec;
  return precise.tv_sec;
}

KATA_EXPORT clock_t clock() noexcept {
  timespec precise;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &precise);
  return precise.tv_sec * CLOCKS_PER_SEC + precise.tv_nsec / (second / CLOCKS_PER_SEC);
}

KATA_EXPORT int clock_nanosleep(clockid_t clock, int flags, const timespec* time,
                                timespec* remaining) {
  if (!in_schedule()) {
    static const auto next = real<decltype(clock_nanosleep)>("clock_nanosleep");
    return next(clock, flags, time, remaining);
  }
  if (!is_valid(*time)) return EINVAL;
  if ((flags & TIMER_ABSTIME) != 0) {
    sleep_until(deadline_of(clock, *time));
  } else {
    sleep_for(to_nanoseconds(*time));
  }
  if (remaining != nullptr) *remaining = {0, 0};
  return 0;
}

KATA_EXPORT int nanosleep(const timespec* time, timespec* remaining) {
  const int error = clock_nanosleep(CLOCK_REALTIME, 0, time, remaining);
  if (error == 0) return 0;
  errno = error;
  return -1;
}

KATA_EXPORT int usleep(useconds_t microseconds) {
  const timespec time = to_timespec(model::Nanoseconds{microseconds} * 1000);
  return nanosleep(&time, nullptr);
}

KATA_EXPORT unsigned sleep(unsigned seconds) {
  const timespec time = to_timespec(seconds * second);
  nanosleep(&time, nullptr);
  return 0;
}

// Both are used to sleep; waiting for descriptors is beyond the model.

KATA_EXPORT int poll(pollfd* descriptors, nfds_t count, int milliseconds) {
  if (!in_schedule()) return real<decltype(poll)>("poll")(descriptors, count, milliseconds);
  if (count != 0) unsupported("poll on file descriptors");
  sleep_for(milliseconds < 0 ? model::never : milliseconds * (second / 1000));
  return 0;
}

KATA_EXPORT int select(int count, fd_set* read, fd_set* write, fd_set* except, timeval* time) {
  if (!in_schedule()) return real<decltype(select)>("select")(count, read, write, except, time);
  if (read != nullptr || write != nullptr || except != nullptr) {
    unsupported("select on file descriptors");
  }
  sleep_for(time == nullptr ? model::never : time->tv_sec * second + time->tv_usec * 1000);
  return 0;
}

}  // namespace kata::intercept
