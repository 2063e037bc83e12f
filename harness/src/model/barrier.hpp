// SPDX-License-Identifier: MIT
// A POSIX barrier.
#pragma once

#include "model/object.hpp"
#include "world/world.hpp"

namespace kata::model {

struct Barrier : Object {
  std::uint32_t parties = 0;
  std::uint32_t arrived = 0;
  std::uint64_t generation = 0;
  std::uint64_t arrivals = 0;  ///< see World::order_look: of the generation that gathers
  WaitQueue waiters;
  detect::VectorClock opened;  ///< what all arrivals of the last full generation knew
  void clear() {
    parties = arrived = 0;
    generation = arrivals = 0;
    waiters.clear();
    opened.clear();
  }
};

extern Models<Barrier> barriers;

/// True for the one thread of each generation that opens the barrier. A scheduling point.
bool arrive_and_wait(Barrier& barrier);
int destroy(Barrier& barrier);

}  // namespace kata::model
