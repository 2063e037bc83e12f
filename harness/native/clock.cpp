// SPDX-License-Identifier: MIT
#include "native/clock.hpp"

namespace kata::native {

namespace {

__extension__ using Wide = __int128;

struct Origin {
  std::int64_t monotonic, realtime;
};

// Where kata time and real time were the same. A submission's globals may ask before main.
const Origin& origin() {
  static constinit std::atomic<int> state{0};
  static constinit Origin instance{};
  while (state != 2) {
    int none = 0;
    if (state.compare_exchange_strong(none, 1)) {
      instance = {kernel::now(), kernel::clock(CLOCK_REALTIME)};
      state = 2;
    }
  }
  return instance;
}

bool is_realtime(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI;
}

}  // namespace

std::int64_t shown(clockid_t clock) {
  if (clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID || clock < 0) {
    return kernel::clock(clock);
  }
  const std::int64_t passed = (kernel::now() - origin().monotonic) * speed;
  return (is_realtime(clock) ? origin().realtime : origin().monotonic) + passed;
}

timespec real_time(clockid_t clock, const timespec& time) {
  const std::int64_t begin = is_realtime(clock) ? origin().realtime : origin().monotonic;
  // A deadline may be as far away as the type can say.
  const Wide wanted = static_cast<Wide>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
  const Wide real = begin + (wanted - begin + (wanted > begin ? speed - 1 : 0)) / speed;
  return kernel::timespec_of(static_cast<std::int64_t>(real < 0 ? 0 : real));
}

void elapse(std::int64_t nanoseconds) {
  const TimedWait waiting;
  if (nanoseconds > 0) kernel::nap((nanoseconds + speed - 1) / speed);
}

}  // namespace kata::native
