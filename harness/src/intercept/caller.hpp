// SPDX-License-Identifier: MIT
// Who calls: std::mutex promises less than the pthread function that it is made of.
#pragma once

#include <cstdint>
#include <optional>

#include "detect/shadow.hpp"
#include "model/rwlock.hpp"

namespace kata::intercept {

/// Whether the call that returns to `pc` is made by the C++ standard library's headers (all their
/// pthread calls go through functions called __gthread_…) rather than by the submission itself.
/// Costs microseconds the first time for a `pc`. False where debug information is missing.
bool is_from_std(detect::Pc pc);

/// Returns whether the call that returns to `pc` is made by std::shared_mutex or
/// shared_timed_mutex.
bool is_from_shared_mutex(detect::Pc pc);

/// Whether the call that returns to `pc` is made by a std::latch that counts down.
bool is_latch_counting_down(detect::Pc pc);

/// Returns the maximum of the std::counting_semaphore whose release makes the call that returns to
/// `pc`; nullopt if none does.
std::optional<std::int64_t> maximum_of_released(detect::Pc pc);

/// Returns whether the atomic operation that returns to `pc` is a std::counting_semaphore's; not
/// where the semaphore is part of a std::stop_token.
bool is_from_semaphore(detect::Pc pc);

/// Returns by which of its two functions a std::shared_mutex is being unlocked, which call the same
/// pthread function; `either` where the stack does not show it, as for a pthread lock. Costs
/// microseconds each time.
model::UnlockMode unlock_mode();

}  // namespace kata::intercept
