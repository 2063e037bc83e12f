// SPDX-License-Identifier: MIT
// The hash of a schedule's happens-before order: one of each thread's operations, each with what
// was done to its object before. Schedules of one order have one hash: what only looks at an object
// is not ordered among its like, and what waits counts when it gets what it waited for.
#pragma once

#include <cstdint>

#include "trace/operation.hpp"

namespace kata::model::order {

/// Returns the hash of a thread that does `operation` after `thread` to an object after `object`.
constexpr std::uint64_t mixed(std::uint64_t thread, std::uint64_t object,
                              trace::Operation operation) {
  const std::uint64_t hash =
      ((thread ^ (object << 31 | object >> 33)) + trace::code(operation)) * 0x9e3779b97f4a7c15ULL;
  return hash ^ hash >> 32;
}

/// Returns a hash of both: of a thread and the one that it starts.
constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t hash = (a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6))) * 0xbf58476d1ce4e5b9ULL;
  return hash ^ (hash >> 29);
}

/// The thread changes the object.
[[gnu::always_inline]] inline void change(std::uint64_t& thread, std::uint64_t& object,
                                          trace::Operation operation) {
  thread = object = mixed(thread, object, operation);
}

/// The thread changes the object after the looks at it, which nothing orders among themselves.
[[gnu::always_inline]] inline void change(std::uint64_t& thread, std::uint64_t& object,
                                          std::uint64_t& looks, trace::Operation operation) {
  object += looks;
  looks = 0;
  change(thread, object, operation);
}

/// The thread only looks at the object.
[[gnu::always_inline]] inline void look(std::uint64_t& thread, std::uint64_t object,
                                        std::uint64_t& looks, trace::Operation operation) {
  looks += thread = mixed(thread, object, operation);
}

}  // namespace kata::model::order
