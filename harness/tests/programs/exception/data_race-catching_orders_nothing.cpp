// SPDX-License-Identifier: MIT
// Both threads catch something on their way; that does not synchronise them.
#include <kata/kata.hpp>

int parse(const char* text) {
  try {
    return std::stoi(text);
  } catch (const std::invalid_argument&) {
    return 0;
  }
}

void run(kata::Schedule&) {
  int count = 0;
  const auto work = [&] {
    parse("x");
    ++count;
    parse("y");
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
