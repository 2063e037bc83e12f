// SPDX-License-Identifier: MIT
// What a blocked thread waits for: one table of the kinds.
#pragma once

#include <cstddef>
#include <cstdint>

#include "trace/event.hpp"

namespace kata::model {

// name, words in reports after "waits for".
// clang-format off
#define KATA_WAITS(ROW)                                  \
  ROW(nothing, "")                                       \
  ROW(mutex, "a mutex")                                  \
  ROW(shared_mutex, "a shared mutex")                    \
  ROW(condition_variable, "a condition variable")        \
  ROW(semaphore, "a semaphore")                          \
  ROW(barrier, "a barrier")                              \
  ROW(atomic_change, "an atomic value to change")        \
  ROW(initialisation, "an initialisation")               \
  ROW(atomic_section, "an atomic section to end")        \
  ROW(thread_end, "a thread to end")                     \
  ROW(time, "time to pass")                              \
  ROW(itself, "itself")
// clang-format on

enum class Wait : std::uint8_t {
#define KATA_NAME(name, words) name,
  KATA_WAITS(KATA_NAME)
#undef KATA_NAME
};

inline constexpr const char* wait_words[] = {
#define KATA_WORDS(name, words) words,
    KATA_WAITS(KATA_WORDS)
#undef KATA_WORDS
};
#undef KATA_WAITS

/// Returns the words of reports: "a mutex".
constexpr const char* words(Wait wait) { return wait_words[static_cast<std::size_t>(wait)]; }

/// What a thread waits for.
struct Awaited {
  Wait wait = Wait::nothing;
  trace::ObjectName object;
  int held_by = -1;  ///< thread id, or -1
};

/// A blocked thread, what it waits for, and where.
struct WaitingFor : Awaited {
  std::uint16_t thread = 0;
  trace::Stack stack;
};

}  // namespace kata::model
