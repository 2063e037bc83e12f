// SPDX-License-Identifier: MIT
// Time as the submission and its harness see it: real time, but faster. A kata's seconds are
// milliseconds here, so that answers which sleep can be run often. All clocks, sleeps and timed
// waits are of one piece: who sleeps for two seconds finds afterwards that two have passed.
#pragma once

#include <time.h>

#include <cstdint>

#include "native/run.hpp"

namespace kata::native {

/// Seconds of the kata's time in a real one.
inline constexpr std::int64_t speed = 1'000;

/// Nanoseconds that `clock` shows to the submission; clocks of processor time are left as they are.
std::int64_t shown(clockid_t clock);

/// What the real `clock` shows when the submission's shows `time`.
timespec real_time(clockid_t clock, const timespec& time);

/// Waits for so many nanoseconds of the kata's time. Orders nothing.
void elapse(std::int64_t nanoseconds);

/// While it lives, the calling thread will go on by itself.
class TimedWait {
 public:
  TimedWait() { ++run.timed_waits; }
  ~TimedWait() { --run.timed_waits; }
  TimedWait(const TimedWait&) = delete;
  TimedWait& operator=(const TimedWait&) = delete;
};

}  // namespace kata::native
