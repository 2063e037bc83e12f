// SPDX-License-Identifier: MIT
// libstdc++'s private names: the functions by which the engine tells the library's own doings from
// the submission's. Each row names the header that declares it; a test looks there, so that another
// version of the library cannot lose one unnoticed.
#pragma once

#include <cstdint>
#include <string_view>

namespace kata::library {

/// What a group of functions does.
enum class Part : std::uint8_t {
  waiting,              ///< looks a few times before it goes to sleep
  parting,              ///< counts owners, or wakes the waiters of what has just changed
  semaphore,            ///< std::counting_semaphore
  stop_state,           ///< std::stop_token, whose callbacks hold semaphores
  semaphore_wait,       ///< std::counting_semaphore's acquire
  atomic_shared_ptr,    ///< std::atomic<std::shared_ptr>
  barrier,              ///< std::barrier
  pthread_call,         ///< every call of a pthread function that the headers make
  latch_counting_down,  ///< std::latch::count_down
  semaphore_release,    ///< std::counting_semaphore's release
  dropping_thread,      ///< the destructor and the assignment of std::thread
  atomic_notification,  ///< the notifications of the atomic types
  rwlock_call,          ///< every call of pthread_rwlock_… that <shared_mutex> makes
};

struct Name {
  Part part;
  std::string_view text;      ///< in the demangled name of a function, which begins so or has it
  bool begins;                ///< only at the beginning
  std::string_view header;    ///< that declares it
  std::string_view declared;  ///< what is written there
};

inline constexpr Name names[] = {
    {Part::waiting, "std::__detail::__waiter", false, "bits/atomic_wait.h", "__waiter"},
    {Part::waiting, "std::__detail::__atomic_spin", false, "bits/atomic_wait.h", "__atomic_spin"},
    {Part::waiting, "std::__atomic_wait", false, "bits/atomic_wait.h", "__atomic_wait_address"},
    {Part::waiting, "_Stop_state", false, "stop_token", "_Stop_state_t"},
    {Part::waiting, "std::__atomic_semaphore", false, "bits/semaphore_base.h",
     "struct __atomic_semaphore"},
    {Part::waiting, "std::__tree_barrier", false, "barrier", "class __tree_barrier"},
    {Part::waiting, "_Sp_atomic", false, "bits/shared_ptr_atomic.h", "class _Sp_atomic"},
    {Part::parting, "_Sp_counted_base", false, "bits/shared_ptr_base.h", "class _Sp_counted_base"},
    {Part::parting, "__shared_count", false, "bits/shared_ptr_base.h", "class __shared_count"},
    {Part::parting, "__atomic_notify_address", false, "bits/atomic_wait.h",
     "__atomic_notify_address"},
    {Part::parting, "std::__detail::__waiter", false, "bits/atomic_wait.h", "__waiter"},
    {Part::semaphore, "std::__atomic_semaphore", false, "bits/semaphore_base.h",
     "struct __atomic_semaphore"},
    {Part::stop_state, "_Stop_", false, "stop_token", "_Stop_state_t"},
    {Part::semaphore_wait, "std::__atomic_semaphore::_M_", false, "bits/semaphore_base.h",
     "_M_acquire"},
    {Part::atomic_shared_ptr, "_Sp_atomic", false, "bits/shared_ptr_atomic.h", "class _Sp_atomic"},
    {Part::barrier, "std::__tree_barrier<", true, "barrier", "class __tree_barrier"},
    {Part::pthread_call, "__gthread_", true, "bits/std_mutex.h", "__gthread_mutex_lock"},
    {Part::latch_counting_down, "std::latch::count_down", true, "latch", "count_down"},
    {Part::semaphore_release, "std::counting_semaphore<", true, "semaphore",
     "class counting_semaphore"},
    {Part::atomic_notification, "::notify_one", false, "bits/atomic_base.h", "notify_one()"},
    {Part::atomic_notification, "::notify_all", false, "bits/atomic_base.h", "notify_all()"},
    {Part::atomic_notification, "atomic_notify_", false, "atomic", "atomic_notify_all"},
    {Part::dropping_thread, "std::thread::~thread", false, "bits/std_thread.h", "~thread()"},
    {Part::dropping_thread, "std::thread::operator=", false, "bits/std_thread.h",
     "operator=(thread&&"},
    {Part::rwlock_call, "__glibcxx_rwlock_", false, "shared_mutex", "__glibcxx_rwlock_unlock"},
};

/// Returns whether a function of that demangled name belongs to `part`.
constexpr bool belongs(std::string_view function, Part part) {
  for (const Name& name : names) {
    if (name.part != part) continue;
    if (name.begins ? function.starts_with(name.text)
                    : function.find(name.text) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace kata::library
