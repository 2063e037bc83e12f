// SPDX-License-Identifier: MIT
// Each thread locks a mutex of its own copy.
#include <kata/kata.hpp>

struct Guarded {
  Guarded() = default;
  Guarded(const Guarded& other) : value(other.value) {}
  std::mutex mutex;
  int* value = nullptr;
};

void run(kata::Schedule&) {
  int count = 0;
  Guarded guarded;
  guarded.value = &count;
  const auto work = [](Guarded copy) {
    const std::lock_guard lock(copy.mutex);
    ++*copy.value;
  };
  std::thread a(work, guarded), b(work, guarded);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
