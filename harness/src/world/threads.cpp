// SPDX-License-Identifier: MIT
#include "world/threads.hpp"

namespace kata::model {

void Threads::reset() {
  used_ = 0;
  alive = 0;
  runnable_.clear();
  passive_.clear();
}

Thread& Threads::add(fiber::Slot& slot, void* (*start)(void*), void* argument) {
  if (used_ == all_.size()) all_.push_back(std::make_unique<Thread>());
  Thread& fresh = *all_[used_];
  fresh.begin(static_cast<std::uint16_t>(used_++), slot, start, argument);
  ++alive;
  put_runnable(fresh);
  return fresh;
}

std::size_t Threads::place_of_ended(const detect::ThreadClock& creator) const {
  std::size_t other = 0;
  for (std::size_t id = 1; id < used_; ++id) {
    const Thread& thread = *all_[id];
    if (thread.standing != Standing::finished || !(thread.joined || thread.detached)) continue;
    if (!thread.clock.may_tick()) continue;
    if (creator.knows(thread.clock.epoch)) return id;
    if (other == 0) other = id;
  }
  return other;
}

Thread& Threads::replace(std::size_t id, void* (*start)(void*), void* argument) {
  Thread& place = *all_[id];
  place.begin(static_cast<std::uint16_t>(id), *place.slot, start, argument,
              detect::clock_of(place.clock.epoch));
  ++alive;
  put_runnable(place);
  return place;
}

void Threads::put(Ids& list, Thread& thread, Standing standing) {
  thread.standing = standing;
  thread.position = static_cast<std::uint32_t>(list.size());
  list.push_back(thread.id);
}

void Threads::take_off(Thread& thread, Standing standing) {
  Ids& list = thread.standing == Standing::runnable ? runnable_ : passive_;
  const std::uint16_t last = list.back();
  list[thread.position] = last;
  all_[last]->position = thread.position;
  list.pop_back();
  thread.standing = standing;
}

void Threads::revive_passive() {
  for (const std::uint16_t id : passive_) put_runnable(*all_[id]);
  passive_.clear();
}

}  // namespace kata::model
