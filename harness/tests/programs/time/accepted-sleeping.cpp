// SPDX-License-Identifier: MIT
// Sleeping and clocks on virtual time.
#include <kata/kata.hpp>

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using std::chrono::system_clock;

void sleeping(kata::Schedule& schedule) {
  const auto start = steady_clock::now();
  std::this_thread::sleep_for(20h);
  schedule.expect(steady_clock::now() - start >= 20h, "sleeping takes its time, virtually");
  const auto later = system_clock::now() + 10min;
  std::this_thread::sleep_until(later);
  schedule.expect(system_clock::now() >= later, "on either clock");
  std::this_thread::sleep_for(-5s);
  std::this_thread::sleep_for(0s);
  std::this_thread::sleep_until(steady_clock::now() - 1h);
}

void posix_sleeping(kata::Schedule& schedule) {
  const std::time_t before = std::time(nullptr);
  sleep(3);
  usleep(1'000'000);
  const timespec second{1, 0};
  nanosleep(&second, nullptr);
  schedule.expect(std::time(nullptr) - before >= 5, "five seconds");
  const std::clock_t used = std::clock();
  schedule.expect(used >= 0, "a processor's clock");
}

void monotonic(kata::Schedule& schedule) {
  auto last = steady_clock::now();
  const auto look = [&] {
    auto mine = steady_clock::now();
    for (int i = 0; i < 3; ++i) {
      std::this_thread::yield();
      const auto next = steady_clock::now();
      schedule.expect(next >= mine, "time never goes back");
      mine = next;
    }
    return mine;
  };
  steady_clock::time_point seen[2];
  std::thread a([&] { seen[0] = look(); }), b([&] { seen[1] = look(); });
  a.join();
  b.join();
  schedule.expect(steady_clock::now() >= seen[0] && seen[1] >= last, "nor between threads");
}

void periodic(kata::Schedule&) {
  std::atomic<bool> stop{false};
  std::atomic<int> ticks{0};
  std::thread ticker([&] {
    auto next = steady_clock::now();
    while (!stop) {
      ++ticks;
      std::this_thread::sleep_until(next += 10ms);
    }
  });
  std::this_thread::sleep_for(35ms);
  stop = true;
  ticker.join();
}

KATA_SCENARIOS(kata::scenario("sleeping", sleeping);
               kata::scenario("posix sleeping", posix_sleeping);
               kata::scenario("monotonic", monotonic); kata::scenario("periodic", periodic);)
