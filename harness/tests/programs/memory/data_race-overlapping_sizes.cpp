// SPDX-License-Identifier: MIT
// One thread writes a word, another one of its bytes.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  union {
    std::uint64_t word;
    unsigned char bytes[8];
  } both{};
  std::thread a([&] { both.word = 1; });
  std::thread b([&] { both.bytes[5] = 1; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
