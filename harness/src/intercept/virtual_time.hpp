// SPDX-License-Identifier: MIT
// Between the clocks that a program knows and the schedule's virtual time.
#pragma once

#include <time.h>

#include "world/thread.hpp"

namespace kata::intercept {

// What the clocks show when a schedule begins: a day after boot, and 2026-01-01 00:00 UTC; and a
// fraction of a second that most limits carry over into the next, so that a program shows which
// forgets to.
constexpr model::Nanoseconds second = 1'000'000'000;
constexpr model::Nanoseconds monotonic_start = 86'400 * second + 990'067'890;
constexpr model::Nanoseconds realtime_start = 1'767'225'600 * second + 985'012'345;

inline model::Nanoseconds start_of(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI
             ? realtime_start
             : monotonic_start;
}

inline bool is_valid(const timespec& time) { return time.tv_nsec >= 0 && time.tv_nsec < second; }

/// Returns whether a call with a limit takes a time of this clock: POSIX leaves it open, glibc has
/// two.
inline bool is_limits_clock(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC;
}

/// Saturates instead of overflowing: sleep_for(hours::max()) is for ever.
inline model::Nanoseconds to_nanoseconds(const timespec& time) {
  if (time.tv_sec > model::never / second - 1) return model::never;
  if (time.tv_sec < 0) return 0;
  return time.tv_sec * second + time.tv_nsec;
}

/// The virtual moment of an absolute time on `clock`.
inline model::Nanoseconds deadline_of(clockid_t clock, const timespec& time) {
  const model::Nanoseconds absolute = to_nanoseconds(time);
  if (absolute == model::never) return model::never - 1;
  return absolute > start_of(clock) ? absolute - start_of(clock) : 0;
}

inline timespec to_timespec(model::Nanoseconds time) {
  return {static_cast<time_t>(time / second), static_cast<long>(time % second)};
}

}  // namespace kata::intercept
