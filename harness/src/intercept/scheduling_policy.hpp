// SPDX-License-Identifier: MIT
// What pthread_create asks of the scheduling policies of threads.
#pragma once

#include <pthread.h>

#include <cstddef>

namespace kata::intercept {

/// Returns whether a thread may have the policy and priority that `attributes` (may be null) name.
bool is_policy_possible(const pthread_attr_t* attributes);

/// Gives thread `fresh` the policy that they name, or the running thread's.
void give_policy(std::size_t fresh, const pthread_attr_t* attributes);

}  // namespace kata::intercept
