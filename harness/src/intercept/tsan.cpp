// SPDX-License-Identifier: MIT
// What -fsanitize=thread makes the compiler call at every plain access (the interface of
// compiler-rt's tsan_interface.h; the definitions are ours).
#include "intercept/plain_access.hpp"
#include "world/racy.hpp"

namespace kata::intercept {

namespace {

// Where races are allowed, an access that races is a point like an atomic one.
void pass_racy(std::uintptr_t address, std::size_t size, bool writes, detect::Pc site) {
  model::World& world = *model::world;
  if (!model::racy.is_point(site)) {
    if (model::racy.is_raced_for(address, size) && model::racy.found(site)) world.end();
    return;
  }
  world.point(address);
  // Reading on is progress while what is read differs.
  if (!writes && model::racy.was_read_lately(world.running->id, address)) world.idle_read();
  world.note(writes ? trace::Operation::racy_write : trace::Operation::racy_read,
             model::racy.order_of(address), {trace::ObjectKind::shared_data, 0, address});
  if (writes) world.progress();
}

// Shows an access in the trace if it is to the place that a replay watches; of a thread that does
// the same again and again, as one that spins does, only the first. Where races are allowed, this
// is a scheduling point for those that race.
void show_if_watched(std::uintptr_t address, std::size_t size, bool writes,
                     const void* return_address) {
  if (model::racy.allowed()) pass_racy(address, size, writes, pc_of(return_address));
  model::World& world = *model::world;
  if (address >= world.watched + world.watched_size || address + size <= world.watched) {
    return;
  }
  const trace::Operation operation = writes ? trace::Operation::write : trace::Operation::read;
  const std::vector<trace::Event>& events = world.trace.events();
  if (!events.empty()) {
    const trace::Event& last = events.back();
    if (last.thread == world.running->id && trace::act(last.operation) == trace::act(operation) &&
        last.object.address == address && !last.stack.empty() &&
        last.stack.front() == pc_of(return_address)) {
      return;
    }
  }
  std::uint64_t order = world.running->order;  // watching must not change the schedule's hash
  const std::uint64_t before = order;
  world.note(operation, order, {trace::ObjectKind::shared_data, 0, address});
  world.running->order = before;
}

}  // namespace

void other_access(std::uintptr_t address, std::size_t size, const void* return_address,
                  detect::Pc pc, bool write) {
  if (model::watching) [[unlikely]]
    show_if_watched(address, size, write, return_address);
  model::shadow->access(model::observed->clock, address, size, pc, write);
  model::world->plain_step();
}

KATA_EXPORT void __tsan_init() {}

// Only the executable is instrumented, so the caller is in it and its address is a Pc as it is.
#define KATA_ACCESS(name, kind, size)                                                \
  KATA_EXPORT void name(void* address) {                                             \
    const void* caller = __builtin_return_address(0);                                \
    plain_##kind(address, size, caller,                                              \
                 static_cast<detect::Pc>(reinterpret_cast<std::uintptr_t>(caller))); \
  }
#define KATA_ACCESSES(size)                                       \
  KATA_ACCESS(__tsan_read##size, read, size)                      \
  KATA_ACCESS(__tsan_write##size, write, size)                    \
  KATA_ACCESS(__tsan_unaligned_read##size, read, size)            \
  KATA_ACCESS(__tsan_unaligned_write##size, write, size)          \
  KATA_ACCESS(__tsan_volatile_read##size, read, size)             \
  KATA_ACCESS(__tsan_volatile_write##size, write, size)           \
  KATA_ACCESS(__tsan_unaligned_volatile_read##size, read, size)   \
  KATA_ACCESS(__tsan_unaligned_volatile_write##size, write, size) \
  KATA_ACCESS(__tsan_read_write##size, write, size)               \
  KATA_ACCESS(__tsan_unaligned_read_write##size, write, size)

KATA_ACCESSES(1)
KATA_ACCESSES(2)
KATA_ACCESSES(4)
KATA_ACCESSES(8)
KATA_ACCESSES(16)

// What clang calls beside those, for coverage and for a bool that is no bool. Only that it does
// call them matters: see the flags for clang in harness/CMakeLists.txt.
#define KATA_COVERED(size)                              \
  KATA_EXPORT void __sanitizer_cov_load##size(void*) {} \
  KATA_EXPORT void __sanitizer_cov_store##size(void*) {}

KATA_COVERED(1)
KATA_COVERED(2)
KATA_COVERED(4)
KATA_COVERED(8)
KATA_COVERED(16)

KATA_EXPORT void __ubsan_handle_load_invalid_value(void*, unsigned long) {}

KATA_EXPORT void __tsan_read_range(void* address, std::size_t size) {
  plain_read(address, size, __builtin_return_address(0));
}
KATA_EXPORT void __tsan_write_range(void* address, std::size_t size) {
  plain_write(address, size, __builtin_return_address(0));
}
KATA_EXPORT void __tsan_vptr_read(void** address) {
  plain_read(address, sizeof(void*), __builtin_return_address(0));
}
// A destructor sets the table of its own class again; writing what is there already is no change
// that another thread could see.
KATA_EXPORT void __tsan_vptr_update(void** address, void* value) {
  if (*address != value) plain_write(address, sizeof(void*), __builtin_return_address(0));
}

}  // namespace kata::intercept
