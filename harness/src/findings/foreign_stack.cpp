// SPDX-License-Identifier: MIT
#include "findings/foreign_stack.hpp"

#include "findings/threads.hpp"
#include "world/world.hpp"

namespace kata::findings {

using model::world;

void on_foreign_stack(std::uintptr_t address) {
  const std::size_t index = fiber::SlotPool::index_at(address);
  if (index >= world->thread_count()) return;
  const model::Thread& self = *world->running;
  const model::Thread& owner = world->thread(index);
  if (self.detached) world->detached_in_foreign_stack = true;
  const auto high = reinterpret_cast<std::uintptr_t>(owner.slot->stack_high());
  if (address >= high) return;  // its thread-local storage
  if (owner.standing != model::Standing::finished &&
      address >= owner.slot->suspended_stack_pointer()) {
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
