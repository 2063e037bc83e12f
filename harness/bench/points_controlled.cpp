// SPDX-License-Identifier: MIT
// Schedules of about 10,000 points: POINTS_THREADS threads that count in one atomic each of their
// own and one of all, race detection on. What points.cpp measures.
#include <kata/kata.hpp>

constexpr int threads = POINTS_THREADS;
constexpr int rounds = 10'000 / threads / 2;

struct Counting {
  std::atomic<int> all{0};
  std::atomic<int> own[threads]{};
};

void count(kata::Schedule& schedule) {
  Counting counting;
  for (int i = 0; i < threads; ++i) {
    schedule.thread("thread", [&counting, i] {
      for (int round = 0; round < rounds; ++round) {
        counting.all.fetch_add(1, std::memory_order_relaxed);
        counting.own[i].fetch_add(1, std::memory_order_relaxed);
      }
    });
  }
  schedule.join();
  schedule.expect(counting.all == threads * rounds, "every count arrives");
}

KATA_SCENARIOS(kata::scenario("counting", count);)
