// SPDX-License-Identifier: MIT
#include "world/static_objects.hpp"

#include <deque>

#include "world/per_schedule.hpp"
#include "world/program.hpp"

namespace kata::model {

std::vector<Thread::Destructor> static_destructors;
std::vector<Thread::Destructor> global_destructors;
detect::VectorClock library_released;
std::uint64_t random_state = 1;
void (*on_static_made)(std::uintptr_t guard) = nullptr;

namespace {

struct Exception {
  const void* object = nullptr;
  detect::VectorClock released;
};
std::deque<Exception> exceptions;
std::size_t exceptions_used = 0;

}  // namespace

detect::VectorClock& released_of_exception(const void* exception) {
  for (std::size_t i = 0; i < exceptions_used; ++i) {
    if (exceptions[i].object == exception) return exceptions[i].released;
  }
  if (exceptions_used == exceptions.size()) exceptions.emplace_back();
  Exception& fresh = exceptions[exceptions_used++];
  fresh.object = exception;
  fresh.released.clear();
  return fresh.released;
}

void run_static_destructors() {
  while (!static_destructors.empty()) {
    const Thread::Destructor destructor = static_destructors.back();
    static_destructors.pop_back();
    destructor.run(destructor.object);
  }
}

namespace {
const PerSchedule reset("static_objects", [](void*) {
  static_destructors.clear();
  if (program_main != nullptr) static_destructors = global_destructors;
  exceptions_used = 0;
  library_released.clear();
  random_state = 1;
});

}  // namespace

}  // namespace kata::model
