// SPDX-License-Identifier: MIT
#include "findings/threads.hpp"

#include "world/program.hpp"
#include "world/world.hpp"

namespace kata::findings {

std::string name_of(std::uint32_t id) {
  const std::string& name = model::world->thread(id).name;
  return name.empty() ? "thread " + std::to_string(id) : name;
}

bool belongs_to_call(const model::Thread& thread) {
  return thread.detached && model::program_main == nullptr;
}

bool is_on_stack_of(const model::Thread& thread, std::uintptr_t address) {
  return address >= reinterpret_cast<std::uintptr_t>(thread.slot->stack_low()) &&
         address < reinterpret_cast<std::uintptr_t>(thread.slot->stack_high());
}

}  // namespace kata::findings
