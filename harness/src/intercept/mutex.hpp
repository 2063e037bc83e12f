// SPDX-License-Identifier: MIT
// What a pthread_mutex_t says of itself before it is used.
#pragma once

#include <pthread.h>

#include "model/mutex.hpp"

namespace kata::intercept {

/// Returns the kind that the initialiser of `mutex` set. Stops the schedule if there is no mutex,
/// or one of a kind that is beyond the model.
model::MutexKind kind_of(const pthread_mutex_t& mutex);

}  // namespace kata::intercept
