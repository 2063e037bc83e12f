// SPDX-License-Identifier: MIT
// Making a barrier is not arriving at it: who finds it by a relaxed pointer races with the
// constructor.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::atomic<std::barrier<>*> published{nullptr};
  std::jthread other([&] {
    if (std::barrier<>* found = published.load(std::memory_order_relaxed)) {
      static_cast<void>(found->arrive());
    }
  });
  std::barrier<> both(3);
  published.store(&both, std::memory_order_relaxed);
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
