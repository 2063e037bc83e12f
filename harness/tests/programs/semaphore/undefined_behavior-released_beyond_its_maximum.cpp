// SPDX-License-Identifier: MIT
// release() of a std::binary_semaphore that is at 1 already is undefined; the library's counter
// just goes on to 2.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::binary_semaphore semaphore(1);
  semaphore.release();
  semaphore.acquire();
  semaphore.acquire();
  schedule.expect(true, "the library counts to 2");
}

KATA_SCENARIOS(kata::scenario("run", run);)
