// SPDX-License-Identifier: MIT
// Two permits are given back at once where there is room for one more.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::counting_semaphore<3> permits{3};
  std::thread user([&] {
    permits.acquire();
    permits.release(2);
  });
  user.join();
}

KATA_SCENARIOS(kata::scenario("two for one", run);)
