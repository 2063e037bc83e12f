// SPDX-License-Identifier: MIT
// Telling a student's spinning from the standard library's own, which looks a few times before it
// goes to sleep.
#pragma once

namespace kata::model {

/// Returns whether the running code waits inside libstdc++'s implementation of waiting. Looks at
/// the stack, except late in a schedule that has asked often: then it returns true.
bool is_librarys_spin();

/// Whether the running code is a std::counting_semaphore's acquire. In libstdc++ 12 one that lost a
/// race for a permit goes to sleep although there are others left, and may never be woken (GCC bug
/// 104928). By the standard it must get one, so the model does not let it sleep.
bool is_semaphores_wait();

/// Whether the running code is a shared_ptr's counting, or the end of an operation that tells
/// waiters of an atomic that it has changed.
bool is_parting();

}  // namespace kata::model
