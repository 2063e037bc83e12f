// SPDX-License-Identifier: MIT
#include "model/barrier.hpp"

namespace kata::model {

Models<Barrier> barriers(trace::ObjectKind::barrier);

namespace {

// The next generation cannot open before this thread has arrived again.
void leave(const Barrier& barrier) {
  std::uint64_t everybody = barrier.order;
  world->order_change(everybody, trace::Operation::barrier_leave);
}

}  // namespace

bool arrive_and_wait(Barrier& barrier) {
  World& w = *world;
  w.point();
  w.show(trace::Operation::barrier_arrive, barriers.name(barrier));
  if (barrier.destroyed) {
    w.misuse(barriers.name(barrier), "a thread waits at a barrier that was destroyed before");
  }
  Thread& self = *w.running;
  // Nothing orders the arrivals among themselves; all come before whatever follows.
  w.order_look(barrier.order, barrier.arrivals, trace::Operation::barrier_arrive);
  self.clock.release(barrier.released);
  if (++barrier.arrived == barrier.parties) {
    barrier.arrived = 0;
    ++barrier.generation;
    barrier.opened = barrier.released;
    barrier.released.clear();
    barrier.order = barrier.arrivals;
    barrier.arrivals = 0;
    leave(barrier);
    self.clock.acquire(barrier.opened);
    w.wake_all(barrier.waiters);
    return true;
  }
  const std::uint64_t generation = barrier.generation;
  while (barrier.generation == generation) {
    w.block(&barrier.waiters, never,
            {.wait = Wait::barrier, .object = barriers.name(barrier), .held_by = -1});
  }
  self.clock.acquire(barrier.opened);
  leave(barrier);
  return false;
}

int destroy(Barrier& barrier) {
  if (barrier.destroyed) {
    world->misuse(barriers.name(barrier), "a barrier is destroyed for a second time");
  }
  if (!barrier.waiters.empty()) {
    world->misuse(barriers.name(barrier), "a barrier is destroyed while threads wait at it");
  }
  barrier.destroyed = true;
  return 0;
}

}  // namespace kata::model
