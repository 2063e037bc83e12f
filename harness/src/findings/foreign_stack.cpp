// SPDX-License-Identifier: MIT
#include "findings/foreign_stack.hpp"

#include <algorithm>

#include "findings/threads.hpp"
#include "model/atomic.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::findings {

using model::world;

namespace {

// The returns of `owner` that every other thread knows say nothing any more: a thread that starts
// later knows what its creator does.
void forget_known_returns(model::Thread& owner) {
  std::uint32_t known = detect::epoch_clock_mask;
  for (std::size_t i = 0; i < world->thread_count(); ++i) {
    const model::Thread& other = world->thread(i);
    if (&other == &owner || other.standing == model::Standing::finished) continue;
    known = std::min(known, other.clock.known.get(owner.id));
  }
  owner.returns.forget(known);
  owner.slot->doubt_below_now(owner.returns.highest());
}

// Whether a call of `owner` has returned that had a frame at `address` or below it, and `self`
// knows neither of that nor of anything that `owner` has done there since. Where races are allowed,
// what one thread knows of another is more than what is ordered.
bool is_of_returned_call(const model::Thread& self, model::Thread& owner, std::uintptr_t address) {
  if (model::racy.allowed()) return false;
  if (owner.returns.is_newer(address, self.clock.known.get(owner.id))) {
    return !model::shadow->was_used_unknown_to(self.clock, owner.id, address);
  }
  forget_known_returns(owner);
  return false;
}

}  // namespace

void on_foreign_stack(std::uintptr_t address) {
  const std::size_t index = fiber::SlotPool::index_at(address);
  if (index >= world->thread_count()) return;
  const model::Thread& self = *world->running;
  model::Thread& owner = world->thread(index);
  if (self.detached) world->detached_in_foreign_stack = true;
  const auto high = reinterpret_cast<std::uintptr_t>(owner.slot->stack_high());
  if (address >= high) return;  // its thread-local storage
  // A thread that has changed stacks by itself may come back to this one.
  const std::uintptr_t lowest = owner.slot->suspended_stack_pointer();
  const bool is_left = lowest <= high && address < lowest;
  if (owner.standing != model::Standing::finished && !is_left &&
      !is_of_returned_call(self, owner, address)) {
    return;
  }
  const std::string whose = name_of(owner.id);
  if (belongs_to_call(self)) {
    world->stop(
        model::Verdict::thread_leak,
        "a detached thread uses a local variable of " + whose + " whose function has returned",
        "What a thread uses must outlive it: join the thread before its data goes away.");
  }
  world->stop(model::Verdict::undefined_behavior,
              "a local variable of " + whose + " is used after its function has returned",
              "A reference or pointer to a local variable is worth nothing once its function "
              "has returned.");
}

}  // namespace kata::findings
