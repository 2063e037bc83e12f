// SPDX-License-Identifier: MIT
// Sections that nobody interrupts: World's part for what a program declares to be one step.
#include <utility>

#include "world/world.hpp"

namespace kata::model {

void World::begin_exclusive() {
  Thread& self = *running;
  if (exclusive_ == &self) {
    ++exclusive_depth_;
    return;
  }
  point();
  std::uint64_t nothing = 0;
  note(trace::Operation::begin_atomic_section, nothing, {});
  self.clock.acquire(exclusive_released_);
  exclusive_ = &self;
  exclusive_depth_ = 1;
  for (std::size_t i = 0; i < used_; ++i) {
    Thread& thread = *threads_[i];
    const bool runs = thread.standing == Standing::runnable;
    if (&thread == &self || (!runs && thread.standing != Standing::passive)) continue;
    list_remove(runs ? runnable_ : passive_, thread);
    thread.standing = Standing::blocked;
    thread.awaited = {.kind = "an atomic section to end", .object = {}, .held_by = self.id};
    thread.queue = &kept_out_;
    kept_out_.push_back(thread.id);
  }
  update_quiet();
}

void World::end_exclusive() {
  if (exclusive_ != running || --exclusive_depth_ > 0) return;
  std::uint64_t nothing = 0;
  note(trace::Operation::end_atomic_section, nothing, {});
  running->clock.release(exclusive_released_);
  let_in();
}

bool World::let_in() {
  exclusive_ = nullptr;
  const bool any = !kept_out_.empty();
  for (const std::uint16_t id : std::exchange(kept_out_, {})) wake(*threads_[id]);
  return any;
}

}  // namespace kata::model
