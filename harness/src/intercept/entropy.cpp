// SPDX-License-Identifier: MIT
// What differs from process to process and from call to call, and must not decide what a schedule
// does: process numbers, and the C library's pseudo-random numbers, which begin anew with each
// schedule.
#include <stdlib.h>
#include <unistd.h>

#include "intercept/common.hpp"
#include "world/static_objects.hpp"

namespace kata::intercept {

KATA_EXPORT pid_t getpid() noexcept { return 1000; }
KATA_EXPORT pid_t getppid() noexcept { return 999; }
KATA_EXPORT pid_t gettid() noexcept {
  return 1000 + (on_fiber() ? static_cast<pid_t>(model::world->running->id) : 0);
}

KATA_EXPORT int rand() noexcept {
  model::random_state = model::random_state * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<int>(model::random_state >> 33);
}
KATA_EXPORT void srand(unsigned seed) noexcept { model::random_state = seed; }
KATA_EXPORT long random() noexcept { return rand(); }
KATA_EXPORT long lrand48() noexcept { return rand(); }
KATA_EXPORT double drand48() noexcept { return rand() / (RAND_MAX + 1.0); }
KATA_EXPORT void srand48(long seed) noexcept { model::random_state = static_cast<unsigned>(seed); }
KATA_EXPORT void srandom(unsigned seed) noexcept { srand(seed); }

}  // namespace kata::intercept
