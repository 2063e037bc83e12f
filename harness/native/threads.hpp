// SPDX-License-Identifier: MIT
// Real threads that are counted and numbered.
#pragma once

#include <pthread.h>

#include <string_view>

namespace kata::native {

/// Call once, before any schedule.
void prepare_threads();

/// Prepares for the next schedule. No thread of the last one may be left.
void forget_threads();

/// As pthread_create, for a thread of the schedule that runs.
int start_thread(pthread_t* handle, const pthread_attr_t* attributes, void* (*body)(void*),
                 void* argument, std::string_view role, bool of_harness);

/// As pthread_join, without noise.
void join_thread(pthread_t handle);

/// Whether a thread was neither joined nor detached.
bool any_joinable();

}  // namespace kata::native
