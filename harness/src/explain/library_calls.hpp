// SPDX-License-Identifier: MIT
// The steps of a schedule as a reader knows them: libstdc++ makes a semaphore, a latch, a barrier,
// a future and atomic::wait of a dozen atomic operations for each call, of which one or two are
// told.
#pragma once

#include <string>
#include <vector>

#include "explain/source.hpp"
#include "explore/result.hpp"

namespace kata::explain {

using explore::FailedSchedule;

/// What a line of the trace says of `event`.
struct Step {
  const trace::Event* event = nullptr;
  std::string operation;
  trace::ObjectName object;
  std::string detail;
};

/// The events of `failed` in order, where each call into the library is the step at which it took
/// effect (a semaphore's permit was taken, a latch counted down), and those at which the thread
/// went to sleep in it. A call without an effect is told by its last event. All else is told as it
/// was noted.
std::vector<Step> steps_of(const FailedSchedule& failed, const Source& source);

}  // namespace kata::explain
