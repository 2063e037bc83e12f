// SPDX-License-Identifier: MIT
#include "model/spin.hpp"

#include <cstdint>
#include <initializer_list>

#include "model/per_schedule.hpp"
#include "model/world.hpp"
#include "trace/symbols.hpp"

namespace kata::model {

namespace {

// A look at the stack costs microseconds. A schedule that spins in the library again and again
// would pay for each; after this many looks it is believed to do so on.
constexpr std::uint32_t most_looks = 1'000;
std::uint32_t looks = 0;
const PerSchedule reset("spins", [](void*) { looks = 0; });

// Whether a function on the running stack has one of `parts` in its name.
bool inside(std::initializer_list<const char*> parts) {
  for (const std::uint32_t address : trace::capture_stack()) {
    for (const trace::Frame& frame : trace::frames_of(address)) {
      for (const char* part : parts) {
        if (frame.function.find(part) != std::string::npos) return true;
      }
    }
  }
  return false;
}

}  // namespace

bool is_librarys_spin() {
  if (++looks > most_looks) return true;
  return inside({"std::__detail::__waiter", "std::__detail::__atomic_spin", "std::__atomic_wait",
                 "_Stop_state", "std::__atomic_semaphore", "std::__tree_barrier", "_Sp_atomic"});
}

bool is_parting() {
  return inside(
      {"_Sp_counted_base", "__shared_count", "__atomic_notify_address", "std::__detail::__waiter"});
}

bool is_semaphores_wait() { return inside({"std::__atomic_semaphore::_M_"}); }

}  // namespace kata::model
