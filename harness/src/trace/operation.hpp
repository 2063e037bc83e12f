// SPDX-License-Identifier: MIT
// The operations of a schedule: one table with what the trace, the hash of a schedule's order and
// the explanations need of each. A new operation is one row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace kata::trace {

/// What an operation does, whichever kind of object it is on.
enum class Act : std::uint8_t {
  other,
  lock,
  lock_shared,
  unlock,  ///< in either mode
  wait,    ///< until notified
  wake,    ///< spuriously
  notify,
  time_out,
  destroy,
  read,
  write,
};

/// When a thread may do it although its call is over: see World::check_leaver.
enum class Parting : std::uint8_t {
  never,
  on_heap,  ///< on an object in heap memory
  atomic,   ///< as on_heap, and on any object within the library's own code of parting
  always,
};

// name, word in reports, number in the hash, Act, Parting. The numbers decide which orders a report
// counts as distinct: 42, 27 and 34 are only counted and 0 is only shown; where two operations have
// one number, the order of the object tells them apart.
// clang-format off
#define KATA_OPERATIONS(ROW)                                                                      \
  ROW(read, "read", 0, read, on_heap)                                                             \
  ROW(write, "write", 0, write, on_heap)                                                          \
  ROW(free, "free", 0, other, never)                                                              \
  ROW(throw_exception, "throw", 0, other, never)                                                  \
  ROW(mutex_lock, "lock", 1, lock, on_heap)                                                       \
  ROW(mutex_try_lock, "try_lock", 2, other, on_heap)                                              \
  ROW(mutex_unlock, "unlock", 3, unlock, on_heap)                                                 \
  ROW(mutex_destroy, "destroy", 4, destroy, on_heap)                                              \
  ROW(mutex_try_lock_spurious, "try_lock fails spuriously", 5, other, on_heap)                    \
  ROW(mutex_time_out, "time out", 6, time_out, on_heap)                                           \
  ROW(condition_wait, "wait", 11, wait, on_heap)                                                  \
  ROW(condition_wake_spuriously, "wake spuriously", 12, wake, on_heap)                            \
  ROW(condition_time_out, "time out", 13, time_out, on_heap)                                      \
  ROW(condition_notify_one, "notify_one", 14, notify, on_heap)                                    \
  ROW(condition_notify_all, "notify_all", 15, notify, on_heap)                                    \
  ROW(condition_destroy, "destroy", 16, destroy, on_heap)                                         \
  ROW(rwlock_lock_shared, "lock_shared", 21, lock_shared, on_heap)                                \
  ROW(rwlock_try_lock_shared, "try_lock_shared", 22, other, on_heap)                              \
  ROW(rwlock_lock, "lock", 23, lock, on_heap)                                                     \
  ROW(rwlock_try_lock, "try_lock", 24, other, on_heap)                                            \
  ROW(rwlock_unlock, "unlock", 25, unlock, on_heap)                                               \
  ROW(rwlock_unlock_shared, "unlock_shared", 25, unlock, on_heap)                                 \
  ROW(rwlock_destroy, "destroy", 26, destroy, on_heap)                                            \
  ROW(rwlock_time_out, "time out", 27, time_out, on_heap)                                         \
  ROW(semaphore_acquire, "acquire", 31, other, on_heap)                                           \
  ROW(semaphore_try_acquire, "try_acquire", 32, other, on_heap)                                   \
  ROW(semaphore_release, "release", 33, other, on_heap)                                           \
  ROW(semaphore_time_out, "time out", 34, time_out, on_heap)                                      \
  ROW(barrier_arrive, "arrive_and_wait", 41, other, on_heap)                                      \
  ROW(barrier_leave, "go on", 42, other, on_heap)                                                 \
  ROW(spin_lock, "spin lock", 45, other, on_heap)                                                 \
  ROW(spin_try_lock, "try spin lock", 46, other, on_heap)                                         \
  ROW(spin_unlock, "spin unlock", 47, other, on_heap)                                             \
  ROW(fence, "fence", 51, other, on_heap)                                                         \
  ROW(futex_wait, "wait", 61, wait, on_heap)                                                      \
  ROW(futex_notify, "notify", 62, notify, always)                                                 \
  ROW(futex_time_out, "time out", 63, time_out, on_heap)                                          \
  ROW(call_once, "call_once", 71, other, never)                                                   \
  ROW(static_initialisation, "static initialisation", 71, other, never)                           \
  ROW(thread_start, "start", 80, other, never)                                                    \
  ROW(thread_join, "join", 81, other, never)                                                      \
  ROW(thread_detach, "detach", 82, other, never)                                                  \
  ROW(yield, "yield", 83, other, never)                                                           \
  ROW(thread_cancel, "cancel", 84, other, never)                                                  \
  ROW(sleep, "sleep", 91, other, never)                                                           \
  ROW(load, "load", 101, other, atomic)                                                           \
  ROW(store, "store", 102, other, atomic)                                                         \
  ROW(compare_exchange, "compare_exchange", 103, other, atomic)                                   \
  ROW(compare_exchange_fails, "compare_exchange fails", 104, other, atomic)                       \
  ROW(compare_exchange_spurious, "compare_exchange_weak fails spuriously", 104, other, atomic)    \
  ROW(exchange, "exchange", 105, other, atomic)                                                   \
  ROW(fetch_add, "fetch_add", 106, other, atomic)                                                 \
  ROW(fetch_sub, "fetch_sub", 107, other, atomic)                                                 \
  ROW(fetch_and, "fetch_and", 108, other, atomic)                                                 \
  ROW(fetch_or, "fetch_or", 109, other, atomic)                                                   \
  ROW(fetch_xor, "fetch_xor", 110, other, atomic)                                                 \
  ROW(fetch_nand, "fetch_nand", 111, other, atomic)                                               \
  ROW(load_old_value, "load an old value", 111, other, atomic)                                    \
  ROW(store_old_value, "store before a later value", 102, other, atomic)                          \
  ROW(modify_old_value, "update an old value", 106, other, atomic)                                \
  ROW(compare_exchange_fails_old, "compare_exchange fails by an old value", 104, other, atomic)   \
  ROW(racy_read, "read", 121, read, never)                                                        \
  ROW(racy_write, "write", 122, write, never)                                                     \
  ROW(begin_atomic_section, "begin atomic section", 131, other, never)                            \
  ROW(end_atomic_section, "end atomic section", 132, other, never)                                \
  ROW(call_back, "call back", 201, other, never)                                                  \
  ROW(print, "print", 0, other, always)
// clang-format on

enum class Operation : std::uint8_t {
#define KATA_NAME(name, word, code, act, parting) name,
  KATA_OPERATIONS(KATA_NAME)
#undef KATA_NAME
};

struct OperationTraits {
  const char* word;  ///< part of the report format
  std::uint8_t code;
  Act act;
  Parting parting;
};

inline constexpr OperationTraits operation_traits[] = {
#define KATA_TRAITS(name, word, code, act, parting) {word, code, Act::act, Parting::parting},
    KATA_OPERATIONS(KATA_TRAITS)
#undef KATA_TRAITS
};
#undef KATA_OPERATIONS

inline constexpr std::size_t operation_count = std::size(operation_traits);

constexpr const OperationTraits& traits(Operation operation) {
  return operation_traits[static_cast<std::size_t>(operation)];
}
constexpr const char* word(Operation operation) { return traits(operation).word; }
constexpr std::uint32_t code(Operation operation) { return traits(operation).code; }
constexpr Act act(Operation operation) { return traits(operation).act; }

}  // namespace kata::trace
