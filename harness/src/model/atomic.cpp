// SPDX-License-Identifier: MIT
#include "model/atomic.hpp"

#include "model/old_values.hpp"
#include "world/per_schedule.hpp"
#include "world/static_objects.hpp"

namespace kata::model {

detect::Shadow* shadow = nullptr;
bool old_release_sequences = false;

namespace {

const PerSchedule reset("shadow", [](void*) { shadow->reset(); });

}  // namespace

void atomic_acquired(const detect::VectorClock& released, Order order) {
  Thread& self = *world->running;
  if (acquires(order)) {
    self.clock.acquire(released);
    if (!library_released.empty()) self.clock.acquire(library_released);
  } else {
    self.read_relaxed.join(released);
  }
}

void atomic_released(detect::AtomicHistory& object, Order order, bool read_modify_write) {
  Thread& self = *world->running;
  if (!read_modify_write) {
    // A store heads a release sequence of its own or ends the one that was there; a
    // read-modify-write goes on with it.
    if (goes_on(object.head, order)) {
      object.released.join(self.fence_released);
      return;
    }
    object.head = self.id + 1U;
    if (releases(order)) {
      self.clock.release_only(object.released);
    } else {
      object.released = self.fence_released;
    }
  } else if (releases(order)) {
    if (object.head != self.id + 1U) object.head = any_head;
    self.clock.release(object.released);
  } else if (!self.fence_released.empty()) {
    object.released.join(self.fence_released);
  }
}

void show_atomic(const detect::AtomicHistory& object, trace::Operation operation,
                 std::uint64_t value) {
  const auto shown = static_cast<std::int64_t>(value);
  world->show(operation, {trace::ObjectKind::atomic, object.number, object.address},
              world->trace.on() ? std::to_string(shown).c_str() : nullptr);
}

void fence(Order order) {
  World& w = *world;
  w.point();
  Thread& self = *w.running;
  if (acquires(order)) self.clock.acquire(self.read_relaxed);
  if (order == Order::seq_cst && w.features.old_values) old_values::fence();
  if (releases(order)) self.clock.release_only(self.fence_released);
  std::uint64_t nothing = 0;
  w.note(trace::Operation::fence, nothing, {});
}

}  // namespace kata::model
