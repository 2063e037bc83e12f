// SPDX-License-Identifier: MIT
#include "explore/session.hpp"

#include <sys/single_threaded.h>

#include "detect/shadow.hpp"
#include "fiber/image.hpp"
#include "findings/dead_memory.hpp"
#include "findings/foreign_stack.hpp"
#include "findings/races.hpp"
#include "intercept/faults.hpp"
#include "intercept/signals.hpp"
#include "memory/heap.hpp"
#include "model/atomic.hpp"
#include "model/join.hpp"
#include "oracle/oracle.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"
#include "world/racy.hpp"

namespace kata::explore {

using model::world;

void open_session() {
  fiber::find_executable();
  model::heap.open();
  world =
      new model::World({.is_allocated =
                            [](std::uintptr_t address) {
                              return model::heap.contains(reinterpret_cast<const void*>(address));
                            },
                        .run_exit_handlers = model::run_exit_handlers});
  using Slots = fiber::SlotPool;
  static_assert(detect::Stacks::shift == Slots::stride_bits);
  static_assert(detect::Stacks::step == Slots::floor_step());
  model::shadow = new detect::Shadow(
      findings::on_race, findings::on_dead_memory, findings::on_foreign_stack,
      {.base = Slots::region_base, .count = Slots::capacity, .floors = world->slots.floors()});
  intercept::install_handlers();
}

void begin_schedules() {
  // While this is set, libstdc++ counts shared_ptr owners without atomic operations.
  __libc_single_threaded = 0;
  model::heap.keep();
  model::keep_keys();
  fiber::snapshot_data();
}

model::Outcome& run_schedule(choice::Strategy& strategy, std::uint64_t seed) {
  fiber::restore_data();
  model::PerSchedule::reset_all();
  world->run(oracle::schedule_body, strategy, seed);
  return world->outcome();
}

const model::Failure* failure_of(const model::Outcome& outcome) {
  if (outcome.failure) return &*outcome.failure;
  return outcome.unordered ? &*outcome.unordered : nullptr;
}

}  // namespace kata::explore
