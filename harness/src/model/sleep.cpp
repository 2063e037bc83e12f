// SPDX-License-Identifier: MIT
#include "model/sleep.hpp"

namespace kata::model {

void sleep_until(Nanoseconds deadline) {
  World& w = *world;
  std::uint64_t nothing = 0;
  w.nap_begins(false);
  w.note(trace::Operation::sleep, nothing, {});
  w.chooser.strategy().give_way(w.running->id);
  w.block(nullptr, deadline, {.wait = Wait::time, .object = {}, .held_by = -1});
}

void sleep_for(Nanoseconds duration) {
  const Nanoseconds now = world->now();
  sleep_until(duration > never - 1 - now ? never - 1 : now + duration);
}

}  // namespace kata::model
