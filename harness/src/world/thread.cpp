// SPDX-License-Identifier: MIT
#include "world/thread.hpp"

namespace kata::model {

void Thread::begin(std::uint16_t number, fiber::Slot& storage, void* (*function)(void*),
                   void* its_argument, std::uint32_t clock_before) {
  id = number;
  slot = &storage;
  start = function;
  argument = its_argument;
  result = nullptr;
  timed_out = detached = joined = of_harness = leaving = in_library_exit = false;
  must_be_over = nullptr;
  timer = 0;
  deadline = never;
  queue = woken_from = nullptr;
  guards = futile = false;
  joiners.clear();
  order = id;
  progress_seen = idle = idle_rounds = in_a_row = 0;
  acted = wrote_before = false;
  looks = 0;
  woke = 0;
  name.clear();
  created_at.clear();
  blocked_at.clear();
  destructors.clear();
  specific.clear();
  fence_released.clear();
  read_relaxed.clear();
  clock.start(id, clock_before);
  returns.clear();
}

}  // namespace kata::model
