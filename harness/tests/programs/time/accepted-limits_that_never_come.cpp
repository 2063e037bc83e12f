// SPDX-License-Identifier: MIT
// Waits with a limit that is only a net, in loops. In the schedules of a slow computer such a timer
// may fire while others could run, again and again; that must not use up the schedule's time.
#include <kata/kata.hpp>

using namespace std::chrono_literals;

template <class Wait>
void take_turns(Wait wait) {
  std::mutex mutex;
  std::condition_variable changed;
  int turn = 0;
  const auto go = [&](int self) {
    for (int round = 0; round < 3; ++round) {
      std::unique_lock lock(mutex);
      while (!wait(changed, lock, [&] { return turn == self; })) {
      }
      turn = 1 - self;
      changed.notify_all();
    }
  };
  std::thread a(go, 0), b(go, 1);
  a.join();
  b.join();
}

template <class Limit>
void within(Limit limit) {
  take_turns([limit](auto& changed, auto& lock, auto predicate) {
    return changed.wait_for(lock, limit, predicate);
  });
}

void seconds(kata::Schedule&) { within(5s); }
void hours(kata::Schedule&) { within(1h); }
void years(kata::Schedule&) { within(std::chrono::years(1)); }

void end_of_time(kata::Schedule&) {
  take_turns([](auto& changed, auto& lock, auto predicate) {
    return changed.wait_until(lock, std::chrono::steady_clock::time_point::max(), predicate);
  });
}

// The net is long, and somebody else sleeps for a little.
void beside_a_sleeper(kata::Schedule& schedule) {
  std::binary_semaphore ready{0};
  std::timed_mutex mutex;
  std::thread sleeper([&] {
    for (int i = 0; i < 3; ++i) std::this_thread::sleep_for(2s);
    if (mutex.try_lock_for(48h)) mutex.unlock();
    ready.release();
  });
  while (!ready.try_acquire_for(48h)) {
  }
  sleeper.join();
  schedule.expect(schedule.now() < 24h, "nobody had to wait that long");
}

KATA_SCENARIOS(kata::scenario("seconds", seconds); kata::scenario("hours", hours);
               kata::scenario("years", years); kata::scenario("end of time", end_of_time);
               kata::scenario("beside a sleeper", beside_a_sleeper);)
