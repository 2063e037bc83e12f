// SPDX-License-Identifier: MIT
#include "findings/dead_memory.hpp"

#include "findings/threads.hpp"
#include "world/world.hpp"

namespace kata::findings {

using model::world;

void on_dead_memory(std::uintptr_t address, detect::Pc, detect::Epoch freed) {
  if (belongs_to_call(*world->running)) {
    world->stop(model::Verdict::thread_leak,
                "a detached thread uses memory that was freed when its call ended");
  }
  model::Failure failure;
  failure.verdict = model::Verdict::crash;
  failure.message = "memory is used after " + name_of(detect::thread_of(freed)) + " freed it";
  failure.rule = "After delete or free, nothing may touch the memory.";
  failure.freed = address;
  world->stop(std::move(failure));
}

}  // namespace kata::findings
