// SPDX-License-Identifier: MIT
// Two threads join the same third.
#include <kata/kata.hpp>

void* nothing(void*) { return nullptr; }

void run(kata::Schedule&) {
  pthread_t third;
  pthread_create(&third, nullptr, nothing, nullptr);
  std::thread a([=] { pthread_join(third, nullptr); });
  std::thread b([=] { pthread_join(third, nullptr); });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
