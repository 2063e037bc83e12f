// SPDX-License-Identifier: MIT
// Objects that belong to a whole schedule, as they would to a process.
#pragma once

#include <vector>

#include "world/thread.hpp"

namespace kata::model {

/// Destructors of static objects that were made in this schedule, in order of construction.
extern std::vector<Thread::Destructor> static_destructors;
/// Those of global objects, which were made before the first schedule. A whole program's schedule
/// begins with them.
extern std::vector<Thread::Destructor> global_destructors;
/// What the threads that let go of an exception object knew.
detect::VectorClock& released_of_exception(const void* exception);
/// What threads knew when libstdc++ made their futures ready at their exit: it does so inside the
/// library, by atomic operations that are not instrumented. Every acquire takes it in, which orders
/// a little more than the truth in programs that use set_value_at_thread_exit, and nothing
/// elsewhere. What the library itself acquires there is not known, so what a thread does in it is
/// no race.
extern detect::VectorClock library_released;
/// The state of rand().
extern std::uint64_t random_state;

/// Told of every static local variable that has just been made, by the address of its guard, if it
/// is set.
extern void (*on_static_made)(std::uintptr_t guard);

/// Runs the destructors, last made first, as at the end of main. In a schedule.
void run_static_destructors();

}  // namespace kata::model
