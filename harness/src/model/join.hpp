// SPDX-License-Identifier: MIT
// Threads as the program sees them: starting, joining, detaching, and what runs at the end of one.
#pragma once

#include "world/world.hpp"

namespace kata::model {

/// Returns a new thread that runs `function`, with a stack of `stack` bytes (see World::create);
/// nullptr if there are too many.
Thread* start(void* (*function)(void*), void* argument,
              std::size_t stack = fiber::SlotPool::stack_bytes);
/// Each returns 0 or an errno value, as its pthread namesake. join blocks until `thread` is over;
/// what it did happens before what follows.
int join(Thread& thread, void** result, Nanoseconds deadline = never);
int detach(Thread& thread);

/// Runs the running thread's thread_local destructors and those of its pthread keys.
void run_exit_handlers();

// ---- pthread keys ----
using KeyDestructor = void (*)(void*);
/// `of_library`: made by a library for all schedules. Of the others, those that exist when
/// keep_keys() is called are there at the beginning of every schedule.
int create_key(unsigned* key, KeyDestructor destructor, bool of_library);
int delete_key(unsigned key);
void* get_specific(unsigned key);
int set_specific(unsigned key, const void* value);
void keep_keys();
/// Gives the running thread, which is a schedule's first, the values that were set before main.
void inherit_specific();

}  // namespace kata::model
