// SPDX-License-Identifier: MIT
// The rounding mode belongs to a thread, which begins with that of the one that made it ([cfenv]).
// The second scenario sets only the register of SSE arithmetic, as _MM_SET_FLUSH_ZERO_MODE does.
#include <immintrin.h>

#include <cfenv>
#include <kata/kata.hpp>

// At run time, and not by the compiler, which does not know the mode.
double third() {
  volatile double one = 1, three = 3;
  return one / three;
}

void rounding(kata::Schedule& schedule) {
  const double nearest = third();
  std::fesetround(FE_UPWARD);
  const double upward = third();
  schedule.expect(upward > nearest, "rounding up makes it larger");
  std::atomic<int> step{0};
  std::thread other([&] {
    schedule.expect(std::fegetround() == FE_UPWARD && third() == upward, "the mode is inherited");
    std::fesetround(FE_TONEAREST);
    for (int i = 0; i < 3; ++i) {
      ++step;
      schedule.expect(third() == nearest, "one's own mode stays");
    }
  });
  for (int i = 0; i < 3; ++i) {
    ++step;
    schedule.expect(third() == upward, "the other's mode is not mine");
  }
  other.join();
  schedule.expect(std::fegetround() == FE_UPWARD, "the mode outlasts the other thread");
  std::fesetround(FE_TONEAREST);
}

void flush_to_zero(kata::Schedule& schedule) {
  std::atomic<int> step{0};
  const auto half_of_least = [] {
    volatile double least = 2.2250738585072014e-308, two = 2;
    return least / two;
  };
  std::thread other([&] {
    _MM_SET_FLUSH_ZERO_MODE(_MM_FLUSH_ZERO_ON);
    for (int i = 0; i < 3; ++i) {
      ++step;
      schedule.expect(half_of_least() == 0, "flushed");
    }
  });
  for (int i = 0; i < 3; ++i) {
    ++step;
    schedule.expect(half_of_least() != 0, "not flushed");
  }
  other.join();
}

void begins_afresh(kata::Schedule& schedule) {
  schedule.expect(std::fegetround() == FE_TONEAREST, "no schedule leaves its mode to the next");
  std::thread([] { std::fesetround(FE_DOWNWARD); }).join();
  std::fesetround(FE_TOWARDZERO);
}

KATA_SCENARIOS(kata::scenario("rounding", rounding); kata::scenario("flush to zero", flush_to_zero);
               kata::scenario("begins afresh", begins_afresh);)
