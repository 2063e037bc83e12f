// SPDX-License-Identifier: MIT
// Two threads clear ranges that overlap by one byte.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::vector<char> buffer(100);
  const std::size_t half = buffer.size() / 2;
  std::thread a([&] { std::memset(buffer.data(), 1, half + 1); });
  std::thread b([&] { std::memset(buffer.data() + half, 2, half); });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
