// SPDX-License-Identifier: MIT
// What the harness writes in its books has a moment, though it orders nothing: a thread that has
// been there sees no value any more that is older. Without the books it may (see
// wrong_answer-message_relaxed.cpp), and no program could tell that it was late.
#include <kata/kata.hpp>

constexpr auto relaxed = std::memory_order::relaxed;

void counted(kata::Schedule& schedule) {
  std::atomic<int> size{0};
  int least = 0;
  std::thread writer([&] {
    size.store(1, relaxed);
    schedule.judge([&] { least = 1; });
  });
  std::thread reader([&] {
    const int before = schedule.judge([&] { return least; });
    schedule.expect(size.load(relaxed) >= before, "what was there when the call began is seen");
  });
  writer.join();
  reader.join();
}

KATA_SCENARIOS(kata::scenario("counted", counted);)
