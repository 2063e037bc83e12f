// SPDX-License-Identifier: MIT
// Each step is locked, but not both together.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  int tickets = 1, sold = 0;
  const auto buy = [&] {
    bool available;
    {
      const std::lock_guard lock(mutex);
      available = tickets > 0;
    }
    if (!available) return;
    const std::lock_guard lock(mutex);
    --tickets;
    ++sold;
  };
  std::thread a(buy), b(buy);
  a.join();
  b.join();
  schedule.expect(sold == 1, "the only ticket was sold twice");
}

KATA_SCENARIOS(kata::scenario("run", run);)
