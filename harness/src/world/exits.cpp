// SPDX-License-Identifier: MIT
#include "world/exits.hpp"

#include "world/spin.hpp"
#include "world/world.hpp"

namespace kata::model {

namespace {

constexpr const char* join_rule =
    "Every thread that an answer starts must be joined before the call returns.";

}  // namespace

const Thread* Exits::expect_over(Threads& threads, const char* call) {
  for (std::size_t i = 0; i < threads.count(); ++i) {
    Thread& thread = threads[i];
    if (thread.of_harness || thread.standing == Standing::finished) continue;
    thread.must_be_over = call != nullptr ? call : "the last call";
    watched = true;
    if (thread.standing == Standing::blocked) return &thread;
  }
  return nullptr;
}

std::string leak_text(const Thread& thread, const char* is) {
  return "thread " + std::to_string(thread.id) + " is " + is + " when " + thread.must_be_over +
         " has returned";
}

// ---- World's part -------------------------------------------------------------------------------

// What a thread may still do when its call is over: wake those who wait for it, let go of what it
// shared with them, and use locks and atomics in heap memory. That is its own by now: were it not,
// it would have been freed, and its use is noticed. Calling back, sleeping and starting threads is
// going on with the work.
bool World::may_part(trace::Operation operation, std::uintptr_t object) const {
  switch (trace::traits(operation).parting) {
    case trace::Parting::never:
      return false;
    case trace::Parting::on_heap:
      return hooks_.is_allocated(object);
    case trace::Parting::atomic:
      return hooks_.is_allocated(object) || is_parting();
    case trace::Parting::always:
      return true;
  }
  return false;
}

void World::check_leaver(trace::Operation operation, std::uintptr_t object) {
  if (running->must_be_over == nullptr || running->leaving) return;
  if (may_part(operation, object)) return;
  stop(Verdict::thread_leak, leak_text(*running, "still running"), join_rule);
}

void World::expect_no_threads_left(const char* what) {
  const Thread* waits = exits_.expect_over(threads_, what);
  if (waits != nullptr) stop(Verdict::thread_leak, leak_text(*waits, "still waiting"), join_rule);
  update_quiet();
}

}  // namespace kata::model
