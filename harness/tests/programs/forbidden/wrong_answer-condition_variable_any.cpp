// SPDX-License-Identifier: MIT
// The judge forbids condition variables; condition_variable_any holds one.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::mutex mutex;
  std::condition_variable_any condition;
  std::jthread other([&] {
    const std::lock_guard lock(mutex);
    condition.notify_all();
  });
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::condition_variable, "Use atomics.");
               kata::scenario("run", run);)
