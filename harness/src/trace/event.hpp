// SPDX-License-Identifier: MIT
// A schedule as a value: the steps that were taken, by whom, on what, and from where.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "trace/object.hpp"
#include "trace/operation.hpp"

namespace kata::trace {

/// Return addresses in the executable's code, innermost first; calls inside libraries left out.
using Stack = std::vector<std::uint32_t>;

struct Event {
  std::uint32_t step = 0;
  std::uint16_t thread = 0;
  Operation operation{};
  ObjectName object;
  std::string detail;    ///< such as the value that was read
  bool blocked = false;  ///< the thread could not go on here
  Stack stack;
};

/// Keeps the events of a schedule while it is on. Off in all but replays, since a stack costs
/// microseconds. Not thread safe.
class Recorder {
 public:
  /// Remembers the last `most` events and counts the rest.
  static constexpr std::size_t most = 4000;

  void start() {
    events_.clear();
    omitted_ = 0;
    on_ = true;
  }
  void stop() { on_ = false; }
  bool on() const { return on_; }

  /// Adds `event` with the calling code's stack.
  void add(Event event);
  /// Marks the last event of `thread` as one that blocked.
  void mark_blocked(std::uint16_t thread);

  const std::vector<Event>& events() const { return events_; }
  std::uint32_t omitted() const { return omitted_; }

 private:
  bool on_ = false;
  std::vector<Event> events_;
  std::uint32_t omitted_ = 0;
};

/// The stack of the running code.
Stack capture_stack();

/// Tells capture_stack where a fiber's stack ends: in the function that contains `entry`.
void set_stack_bottom(void (*entry)());

}  // namespace kata::trace
