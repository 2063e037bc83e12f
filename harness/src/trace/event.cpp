// SPDX-License-Identifier: MIT
#include "trace/event.hpp"

#include <unwind.h>

#include "fiber/image.hpp"

namespace kata::trace {

namespace {

constexpr std::size_t deepest = 24;
void (*bottom)() = nullptr;

_Unwind_Reason_Code visit(_Unwind_Context* context, void* argument) {
  auto& stack = *static_cast<Stack*>(argument);
  // Where a signal interrupted a frame it has an address to go on at, and else one to return to.
  int is_next = 0;
  const _Unwind_Ptr at = _Unwind_GetIPInfo(context, &is_next);
  const _Unwind_Ptr ip = is_next != 0 ? at + 1 : at;
  // Below the fiber's entry there is no frame to step to.
  if (_Unwind_GetRegionStart(context) == reinterpret_cast<_Unwind_Ptr>(bottom)) {
    return _URC_END_OF_STACK;
  }
  if (fiber::executable_text.contains(ip)) stack.push_back(static_cast<std::uint32_t>(ip));
  return stack.size() < deepest ? _URC_NO_REASON : _URC_END_OF_STACK;
}

}  // namespace

void set_stack_bottom(void (*entry)()) { bottom = entry; }

Stack capture_stack() {
  Stack stack;
  _Unwind_Backtrace(visit, &stack);
  return stack;
}

void Recorder::add(Event event) {
  if (events_.size() >= most) {
    const auto half = static_cast<std::ptrdiff_t>(most / 2);
    events_.erase(events_.begin(), events_.begin() + half);
    omitted_ += most / 2;
  }
  event.stack = capture_stack();
  events_.push_back(std::move(event));
}

void Recorder::mark_blocked(std::uint16_t thread) {
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    if (event->thread != thread) continue;
    event->blocked = true;
    return;
  }
}

}  // namespace kata::trace
