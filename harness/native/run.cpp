// SPDX-License-Identifier: MIT
#include "native/run.hpp"

#include <cstdio>

namespace kata::native {

// The options are read before this library's own constructors have run.
constinit Run run;
constinit Thread thread_slots[most_threads];
thread_local Thread* me = nullptr;

bool claim_failure() {
  int none = 0;
  return run.failed.compare_exchange_strong(none, 1);
}

void post_failure() {
  run.failed = 2;
  ring();
}

void fail(const char* verdict, std::string_view message, std::string_view explanation) {
  if (claim_failure()) {
    run.failure.verdict = verdict;
    run.failure.message = message;
    run.failure.explanation = explanation;
    post_failure();
  }
  kernel::sleep_for_ever();
}

void ring() {
  ++run.event;
  kernel::wake_all(run.event);
}

void progress() {
  run.progress.fetch_add(1, std::memory_order_relaxed);
  const char* what = run.must_be_over.load(std::memory_order_relaxed);
  if (what == nullptr || me == nullptr || me->id == 0 || me->of_harness) return;
  Text<256> message;
  std::snprintf(message.data, sizeof message.data,
                "thread %d is still running when %s has returned", me->id, what);
  fail("thread_leak", message.view(),
       "Every thread that an answer starts must be joined before the call returns.");
}

void wait_for_threads(const char* what, bool all) {
  run.must_be_over = what;
  const auto left = [all] { return all ? run.alive > 1 : run.alive > run.harness_alive; };
  for (std::uint32_t seen = run.ends; left(); seen = run.ends) {
    kernel::wait(run.ends, seen);
  }
  run.must_be_over = nullptr;
}

}  // namespace kata::native
