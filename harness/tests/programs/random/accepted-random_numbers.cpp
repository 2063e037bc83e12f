// SPDX-License-Identifier: MIT
// Random numbers are choices of the schedule, so that it can be replayed.
#include <sys/random.h>
#include <unistd.h>

#include <iostream>
#include <kata/kata.hpp>

void generators(kata::Schedule& schedule) {
  std::random_device device;
  std::mt19937 engine(device());
  std::uniform_int_distribution<int> die(1, 6);
  const int rolled = die(engine);
  schedule.expect(rolled >= 1 && rolled <= 6, "a die");
  std::vector<int> values{1, 2, 3, 4};
  std::shuffle(values.begin(), values.end(), engine);
  schedule.expect(std::accumulate(values.begin(), values.end(), 0) == 10, "shuffled");
}

void c_library(kata::Schedule& schedule) {
  std::srand(static_cast<unsigned>(std::time(nullptr)));
  const int value = std::rand();
  schedule.expect(value >= 0 && value <= RAND_MAX, "a number");
}

void by_address_and_time(kata::Schedule& schedule) {
  // Seeds that people take: addresses, ids, clocks. All are the same when a schedule is replayed.
  int local = 0;
  const auto heap = std::make_unique<int>(0);
  std::size_t seed = reinterpret_cast<std::uintptr_t>(&local);
  seed ^= reinterpret_cast<std::uintptr_t>(heap.get());
  seed ^= std::hash<std::thread::id>{}(std::this_thread::get_id());
  seed ^= std::chrono::system_clock::now().time_since_epoch().count();
  seed ^= std::chrono::high_resolution_clock::now().time_since_epoch().count();
  seed ^= static_cast<std::size_t>(getpid());
  seed ^= reinterpret_cast<std::uintptr_t>(&std::cout);  // in a library, which the system moves
  std::size_t entropy = 0;
  if (getrandom(&entropy, sizeof entropy, 0) == sizeof entropy) seed ^= entropy;
  seed ^= static_cast<std::size_t>(lrand48());
  std::minstd_rand engine(static_cast<unsigned>(seed));
  std::mutex mutex;
  for (unsigned i = engine() % 7; i > 0; --i) {
    mutex.lock();
    mutex.unlock();
  }
  schedule.expect(true, "whatever");
}

KATA_SCENARIOS(kata::scenario("generators", generators); kata::scenario("C library", c_library);
               kata::scenario("by address and time", by_address_and_time);)
