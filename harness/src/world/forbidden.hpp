// SPDX-License-Identifier: MIT
// The primitives that a judge forbids an answer to use, because the kata is to build them. A use is
// known by the operation, never by the text: a declaration alone uses nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace kata::model {

/// As kata::Primitive, in the same order.
enum class Primitive : std::uint8_t { recursive_mutex, timed_mutex, condition_variable, semaphore };
inline constexpr std::size_t primitive_count = 4;

/// For each primitive what the judge says may be used instead; null where it is allowed. Set before
/// the first schedule.
extern std::array<const char*, primitive_count> instead_of;

inline bool is_forbidden(Primitive primitive) {
  return instead_of[static_cast<std::size_t>(primitive)] != nullptr;
}

/// Ends the schedule as wrong_answer: the running thread uses a primitive that is forbidden.
[[noreturn, gnu::cold]] void stop_for_use(Primitive primitive);

/// The running thread uses `primitive`.
inline void note_use(Primitive primitive) {
  if (is_forbidden(primitive)) [[unlikely]]
    stop_for_use(primitive);
}

}  // namespace kata::model
