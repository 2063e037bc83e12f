// SPDX-License-Identifier: MIT
// A thread of a schedule, and queues of waiting ones.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detect/returns.hpp"
#include "detect/vector_clock.hpp"
#include "fiber/slot.hpp"
#include "world/outcome.hpp"

namespace kata::model {

/// Virtual time in nanoseconds since the schedule began.
using Nanoseconds = std::int64_t;
constexpr Nanoseconds never = INT64_MAX;

/// Threads that wait for the same thing, in order of arrival.
using WaitQueue = std::vector<std::uint16_t>;

/// Where a thread stands in the scheduler's books.
enum class Standing : std::uint8_t {
  runnable,
  passive,  ///< could run, but said that it cannot get on without the others
  blocked,
  finished,
};

struct Thread {
  /// Becomes a thread that has done nothing. `clock_before`: see ThreadClock::start.
  void begin(std::uint16_t number, fiber::Slot& storage, void* (*function)(void*),
             void* its_argument, std::uint32_t clock_before = 0);

  std::uint16_t id = 0;
  Standing standing = Standing::runnable;
  bool timed_out = false;
  bool guards = false;  ///< what it waits with is a guard: see Limits::guard_time
  bool futile = false;  ///< looked in vain when it was last notified, and waits again
  bool detached = false;
  bool joined = false;
  bool of_harness = false;       ///< started by the harness, not by the submission
  bool leaving = false;          ///< past the thread's function, running thread-local destructors
  bool in_library_exit = false;  ///< libstdc++ makes the thread's delayed futures ready
  const char* must_be_over = nullptr;  ///< the call that promised to leave no thread behind
  std::uint32_t position = 0;          ///< in the list that its standing puts it in
  std::uint32_t timer = 0;             ///< position among the timers + 1, if it has a deadline
  Nanoseconds deadline = never;
  WaitQueue* queue = nullptr;       ///< the queue it waits in
  WaitQueue* woken_from = nullptr;  ///< the queue that a notification took it from last
  Awaited awaited;                  ///< while it is blocked
  trace::Stack blocked_at;          ///< with tracing only
  fiber::Slot* slot = nullptr;
  void* (*start)(void*) = nullptr;
  void* argument = nullptr;
  void* result = nullptr;
  detect::ThreadClock clock;
  detect::Returns returns;  ///< of a program's; an answer's calls are not reported
  WaitQueue joiners;
  std::uint64_t order = 0;             ///< hash of what it did and saw
  detect::VectorClock fence_released;  ///< what it knew at its last release fence
  detect::VectorClock read_relaxed;    ///< what an acquire fence would let it know

  // Spinning: reading without anything having changed since.
  std::uint64_t progress_seen = 0;
  std::uint32_t idle = 0;         ///< such reads in a row
  std::uint32_t idle_rounds = 0;  ///< times it gave way for that, without blocking in between
  std::uint32_t in_a_row = 0;     ///< points passed without another thread having run

  // Polling: sleeping and looking, with nothing else in between. See model/polling.cpp.
  bool acted = false;         ///< did more than look since it last slept
  bool wrote_before = false;  ///< wrote, before it last slept, what a lock still hides from others
  std::uint32_t looks = 0;    ///< times in a row that it slept again after a mere look
  std::uint64_t woke = 0;     ///< `order` when it last woke from a sleep

  std::string name;
  trace::Stack created_at;

  struct Destructor {
    void (*run)(void*);
    void* object;
  };
  std::vector<Destructor> destructors;  ///< of thread_local objects
  std::vector<void*> specific;          ///< values of pthread keys
};

}  // namespace kata::model
