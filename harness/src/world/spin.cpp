// SPDX-License-Identifier: MIT
#include "world/spin.hpp"

#include <cstdint>

#include "library/stack.hpp"
#include "world/per_schedule.hpp"

namespace kata::model {

namespace {

// A look at the stack costs microseconds. A schedule that spins in the library again and again
// would pay for each; after this many looks it is taken for one that goes on so.
constexpr std::uint32_t most_looks = 1'000;
std::uint32_t looks = 0;
const PerSchedule reset("spins", [](void*) { looks = 0; });

}  // namespace

bool is_librarys_spin() {
  if (++looks > most_looks) return true;
  return library::is_on(trace::capture_stack(), library::Part::waiting);
}

bool is_parting() { return library::is_on(trace::capture_stack(), library::Part::parting); }

bool is_semaphores_wait() {
  return library::is_on(trace::capture_stack(), library::Part::semaphore_wait);
}

}  // namespace kata::model
