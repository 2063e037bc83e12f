// SPDX-License-Identifier: MIT
#include "model/once.hpp"

#include "world/per_schedule.hpp"

namespace kata::model {

namespace {
std::deque<Once> onces;
std::size_t used = 0;
}  // namespace

Once& once_at(const void* address) {
  const auto key = reinterpret_cast<std::uintptr_t>(address);
  for (std::size_t i = 0; i < used; ++i) {
    if (onces[i].address == key) return onces[i];
  }
  if (used == onces.size()) onces.emplace_back();
  Once& fresh = onces[used++];
  fresh.address = key;
  fresh.doing = nullptr;
  fresh.order = fresh.looks = 0;
  fresh.waiters.clear();
  fresh.done.clear();
  return fresh;
}

bool once_begin(Once& once, trace::Operation what, bool (*is_done)(std::uintptr_t)) {
  World& w = *world;
  w.point();
  w.show(what, {trace::ObjectKind::once, 0, once.address});
  for (;;) {
    if (is_done(once.address)) {
      w.running->clock.acquire(once.done);
      w.order_look(once.order, once.looks, what);
      return false;
    }
    if (once.doing == nullptr) break;
    if (once.doing == w.running) {
      w.stop(Verdict::undefined_behavior,
             std::string("the initialisation that ") + trace::word(what) +
                 " runs comes back to itself",
             "Entering an initialisation again in the thread that is doing it is undefined "
             "behaviour; in practice it waits for itself for ever.");
    }
    w.block(&once.waiters, never,
            {.wait = Wait::initialisation,
             .object = {trace::ObjectKind::once, 0, once.address},
             .held_by = once.doing->id});
  }
  w.running->clock.acquire(once.done);
  once.doing = w.running;
  w.order_change(once.order, once.looks, what);
  return true;
}

void once_finished(Once& once, bool failed) {
  World& w = *world;
  w.running->clock.release(once.done);
  once.doing = nullptr;
  w.wake_all(once.waiters);
  if (failed) w.progress();
}

namespace {
const PerSchedule reset("once", [](void*) { used = 0; });

}  // namespace

}  // namespace kata::model
