// SPDX-License-Identifier: MIT
// Two hydrogens and an oxygen meet: semaphores and a barrier.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::counting_semaphore<2> hydrogens(2);
  std::counting_semaphore<1> oxygens(1);
  std::barrier molecule(3);
  std::mutex mutex;
  std::string text;
  const auto bond = [&](auto& places, char atom) {
    places.acquire();
    {
      const std::lock_guard lock(mutex);
      text += atom;
    }
    molecule.arrive_and_wait();
    places.release();
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] { bond(hydrogens, 'H'); });
    threads.emplace_back([&] { bond(oxygens, 'O'); });
    threads.emplace_back([&] { bond(hydrogens, 'H'); });
  }
  for (std::thread& thread : threads) thread.join();
  for (int i = 0; i < 6; i += 3) {
    schedule.expect(std::count(text.begin() + i, text.begin() + i + 3, 'O') == 1, text);
  }
}

KATA_SCENARIOS(kata::scenario("run", run);)
