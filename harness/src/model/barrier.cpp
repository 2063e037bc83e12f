// SPDX-License-Identifier: MIT
#include "model/barrier.hpp"

namespace kata::model {

Models<Barrier> barriers("barrier");

bool arrive_and_wait(Barrier& barrier) {
  World& w = *world;
  w.point();
  w.note("arrive_and_wait", barrier.order, barriers.name(barrier), 41);
  Thread& self = *w.running;
  self.clock.release(barrier.released);
  if (++barrier.arrived == barrier.parties) {
    barrier.arrived = 0;
    ++barrier.generation;
    barrier.opened = barrier.released;
    barrier.released.clear();
    self.clock.acquire(barrier.opened);
    w.wake_all(barrier.waiters);
    return true;
  }
  const std::uint64_t generation = barrier.generation;
  while (barrier.generation == generation) {
    w.block(&barrier.waiters, never,
            {.kind = "a barrier", .object = barriers.name(barrier), .held_by = -1});
  }
  self.clock.acquire(barrier.opened);
  return false;
}

int destroy(Barrier& barrier) {
  if (!barrier.waiters.empty()) {
    world->stop(Verdict::undefined_behavior, "a barrier is destroyed while threads wait at it");
  }
  barrier.destroyed = true;
  return 0;
}

}  // namespace kata::model
