// SPDX-License-Identifier: MIT
#include "world/exclusive.hpp"

#include <utility>

#include "world/world.hpp"

namespace kata::model {

void Exclusive::reset() {
  holder_ = nullptr;
  kept_out_.clear();
  released.clear();
}

void Exclusive::enter(Thread& self, Threads& threads) {
  holder_ = &self;
  depth_ = 1;
  for (std::size_t i = 0; i < threads.count(); ++i) {
    Thread& thread = threads[i];
    const bool could_run =
        thread.standing == Standing::runnable || thread.standing == Standing::passive;
    if (&thread == &self || !could_run) continue;
    threads.take_off(thread, Standing::blocked);
    thread.awaited = {.wait = Wait::atomic_section, .object = {}, .held_by = self.id};
    thread.queue = &kept_out_;
    kept_out_.push_back(thread.id);
  }
}

WaitQueue Exclusive::open() {
  holder_ = nullptr;
  return std::exchange(kept_out_, {});
}

// ---- World's part -------------------------------------------------------------------------------

void World::begin_exclusive() {
  Thread& self = *running;
  if (exclusive_.is_held_by(self)) return exclusive_.nest();
  point();
  std::uint64_t nothing = 0;
  note(trace::Operation::begin_atomic_section, nothing, {});
  self.clock.acquire(exclusive_.released);
  exclusive_.enter(self, threads_);
  update_quiet();
}

void World::end_exclusive() {
  if (!exclusive_.is_held_by(*running) || !exclusive_.leave()) return;
  std::uint64_t nothing = 0;
  note(trace::Operation::end_atomic_section, nothing, {});
  running->clock.release(exclusive_.released);
  let_in();
}

bool World::let_in() {
  const WaitQueue kept_out = exclusive_.open();
  for (const std::uint16_t id : kept_out) wake(threads_[id]);
  return !kept_out.empty();
}

}  // namespace kata::model
