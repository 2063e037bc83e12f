// SPDX-License-Identifier: MIT
// The judge's functions that an answer is given to call, by number.
#include <cstdlib>
#include <vector>

#include "fiber/image.hpp"
#include "kata/kata.hpp"
#include "world/per_schedule.hpp"
#include "world/world.hpp"

namespace kata {

namespace oracle {
namespace {

struct Kept {
  void* function;  // on the schedule's heap, and gone with it
  void (*call)(void* function, void* frame);
};
std::vector<Kept> callbacks;

const model::PerSchedule reset("callbacks", [](void*) { callbacks.clear(); });

}  // namespace
}  // namespace oracle

namespace detail {

std::uint32_t keep_callback(void* function, void (*call)(void*, void*), void (*)(void*)) {
  oracle::callbacks.push_back({function, call});
  return static_cast<std::uint32_t>(oracle::callbacks.size() - 1);
}

void call_back(std::uint32_t number, void* frame) {
  if (number >= oracle::callbacks.size()) {
    if (model::world->running == nullptr) std::abort();
    model::world->stop(model::Verdict::undefined_behavior,
                       "a callback was called whose memory had been overwritten");
  }
  // A copy: the function that is called may make further callbacks.
  const oracle::Kept kept = oracle::callbacks[number];
  kept.call(kept.function, frame);
}

void judge_code(const void* begin, const void* end) {
  fiber::judge_text = {reinterpret_cast<std::uintptr_t>(begin),
                       reinterpret_cast<std::uintptr_t>(end)};
}

}  // namespace detail
}  // namespace kata
