// SPDX-License-Identifier: MIT
#include "model/futex.hpp"

#include <cerrno>
#include <string_view>

#include "library/names.hpp"
#include "model/atomic.hpp"
#include "trace/symbols.hpp"
#include "world/per_schedule.hpp"
#include "world/spin.hpp"

namespace kata::model {

namespace {

struct Futex {
  std::uintptr_t address = 0;
  std::uint64_t order = 0;
  std::uint32_t number = 0;
  WaitQueue waiters;
};

std::deque<Futex> futexes;
std::size_t used = 0;

Futex& at(const int* address) {
  const auto key = reinterpret_cast<std::uintptr_t>(address);
  for (std::size_t i = 0; i < used; ++i) {
    if (futexes[i].address == key) return futexes[i];
  }
  if (used == futexes.size()) futexes.emplace_back();
  Futex& fresh = futexes[used++];
  fresh.address = key;
  fresh.order = 0;
  fresh.number = static_cast<std::uint32_t>(used);
  fresh.waiters.clear();
  return fresh;
}

trace::ObjectName name(const Futex& futex) {
  return {trace::ObjectKind::waited_on_atomic, 0, futex.address};
}

// If the running code is a notification of an atomic object that code outside of the library calls,
// the object must be there. The library's own semaphores and latches may wake the place where one
// was: what they promise to waiting threads is not the atomic object's.
[[gnu::noinline]] void check_notified(std::uintptr_t address) {
  const trace::Stack stack = trace::capture_stack();
  bool is_notification = false;
  for (const detect::Pc pc : stack) {
    for (const trace::Frame& frame : trace::frames_of(pc)) {
      const std::string_view function = frame.function;
      if (!function.starts_with("std::") && !function.starts_with("void std::")) {
        if (is_notification) shadow->name(world->running->clock, address, pc);
        return;
      }
      is_notification = library::belongs(frame.function, library::Part::atomic_notification);
    }
  }
}

}  // namespace

int futex_wait(int* address, int value, Nanoseconds deadline) {
  World& w = *world;
  w.point(reinterpret_cast<std::uintptr_t>(address));
  if (__atomic_load_n(address, __ATOMIC_SEQ_CST) != value) return EAGAIN;
  if (value > 0 && is_semaphores_wait()) return EAGAIN;
  Futex& futex = at(address);
  w.note(trace::Operation::futex_wait, futex.order, name(futex));
  if (w.features.spurious_wakeups && w.chooser.once_in(choice::Kind::wakeup, 8)) {
    w.point();
    w.rested();
    return 0;
  }
  if (w.block(&futex.waiters, deadline,
              {.wait = Wait::atomic_change, .object = name(futex), .held_by = -1})) {
    return 0;
  }
  w.show(trace::Operation::futex_time_out, name(futex));
  return ETIMEDOUT;
}

int futex_wake(int* address, int most) {
  World& w = *world;
  w.point(reinterpret_cast<std::uintptr_t>(address));
  Futex& futex = at(address);
  w.note(trace::Operation::futex_notify, futex.order, name(futex),
         futex.waiters.empty() ? "nobody was waiting" : "");
  if (shadow->may_be_gone(w.running->clock, futex.address)) [[unlikely]]
    check_notified(futex.address);
  int woken = 0;
  while (woken < most && w.wake_one(futex.waiters)) ++woken;
  return woken;
}

namespace {
const PerSchedule reset("futexes", [](void*) { used = 0; });

}  // namespace

}  // namespace kata::model
