// SPDX-License-Identifier: MIT
// The judge forbids semaphores, and a thread takes a permit that is there.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::binary_semaphore semaphore(1);
  while (!semaphore.try_acquire()) {
  }
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::semaphore, "Use a condition variable.");
               kata::scenario("run", run);)
