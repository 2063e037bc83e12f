// SPDX-License-Identifier: MIT
#include "model/atomic.hpp"

#include "model/static_objects.hpp"

namespace kata::model {

detect::Shadow* shadow = nullptr;

detect::AtomicHistory& begin_atomic(std::uintptr_t address, std::size_t size, bool writes,
                                    detect::Pc pc) {
  world->point(address);
  return shadow->atomic(world->running->clock, address, size,
                        writes ? detect::Access::atomic_write : detect::Access::atomic_read, pc);
}

void atomic_loaded(detect::AtomicHistory& object, Order order) {
  Thread& self = *world->running;
  if (acquires(order)) {
    self.clock.acquire(object.released);
    if (!library_released.empty()) self.clock.acquire(library_released);
  } else if (!object.released.empty()) {
    self.read_relaxed.join(object.released);
  }
}

void atomic_stored(detect::AtomicHistory& object, Order order, bool read_modify_write,
                   bool changed) {
  Thread& self = *world->running;
  if (!read_modify_write) {
    // A store heads a release sequence of its own or ends the one that was there; a
    // read-modify-write goes on with it.
    if (releases(order)) {
      self.clock.release_only(object.released);
    } else {
      object.released = self.fence_released;
    }
  } else if (releases(order)) {
    self.clock.release(object.released);
  } else if (!self.fence_released.empty()) {
    object.released.join(self.fence_released);
  }
  if (changed) world->progress();
}

void note_atomic(detect::AtomicHistory& object, const char* operation, std::uint32_t code,
                 std::uint64_t value) {
  World& w = *world;
  if (!w.trace.on()) {
    w.note(operation, object.order, {nullptr, 0, object.address}, code);
    return;
  }
  const auto shown = static_cast<std::int64_t>(value);
  w.note(operation, object.order, {"atomic", object.number, object.address}, code,
         std::to_string(shown).c_str());
}

void fence(Order order) {
  World& w = *world;
  w.point();
  Thread& self = *w.running;
  if (acquires(order)) self.clock.acquire(self.read_relaxed);
  if (releases(order)) self.clock.release_only(self.fence_released);
  std::uint64_t nothing = 0;
  w.note("fence", nothing, {}, 51);
}

}  // namespace kata::model
