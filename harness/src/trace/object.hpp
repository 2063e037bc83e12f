// SPDX-License-Identifier: MIT
// The objects that events are about: one table of their kinds, and a name for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace kata::trace {

// name, word in reports.
// clang-format off
#define KATA_OBJECT_KINDS(ROW)                    \
  ROW(none, "")                                   \
  ROW(mutex, "mutex")                             \
  ROW(shared_mutex, "shared mutex")               \
  ROW(condition_variable, "condition variable")   \
  ROW(semaphore, "semaphore")                     \
  ROW(latch, "latch")                             \
  ROW(barrier, "barrier")                         \
  ROW(atomic, "atomic")                           \
  ROW(waited_on_atomic, "waited-on atomic")       \
  ROW(once, "once")                               \
  ROW(thread, "thread")                           \
  ROW(shared_data, "shared data")
// clang-format on

enum class ObjectKind : std::uint8_t {
#define KATA_NAME(name, word) name,
  KATA_OBJECT_KINDS(KATA_NAME)
#undef KATA_NAME
};

inline constexpr const char* object_words[] = {
#define KATA_WORD(name, word) word,
    KATA_OBJECT_KINDS(KATA_WORD)
#undef KATA_WORD
};
#undef KATA_OBJECT_KINDS

/// Returns the kind's word in reports; "" for none.
constexpr const char* word(ObjectKind kind) { return object_words[static_cast<std::size_t>(kind)]; }

/// Returns whether threads lock objects of this kind.
constexpr bool is_lock(ObjectKind kind) {
  return kind == ObjectKind::mutex || kind == ObjectKind::shared_mutex;
}

/// What an event is about: {mutex, 2} is the second mutex that the schedule used.
struct ObjectName {
  ObjectKind kind = ObjectKind::none;
  std::uint32_t number = 0;    ///< from 1; 0: there is only one of the kind
  std::uintptr_t address = 0;  ///< to look for a variable's name; 0: none

  explicit operator bool() const { return kind != ObjectKind::none; }
  /// Returns whether both name the same object of a schedule, wherever it lies.
  bool is(const ObjectName& other) const { return kind == other.kind && number == other.number; }
};

/// Returns "mutex 2", or "mutex" where there is only one.
inline std::string to_string(const ObjectName& object) {
  std::string text = word(object.kind);
  if (object.number != 0) text += ' ' + std::to_string(object.number);
  return text;
}

}  // namespace kata::trace
