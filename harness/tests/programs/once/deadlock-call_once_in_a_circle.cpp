// SPDX-License-Identifier: MIT
// Two once flags whose functions call each other.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::once_flag a, b;
  std::thread first([&] { std::call_once(a, [&] { std::call_once(b, [] {}); }); });
  std::thread second([&] { std::call_once(b, [&] { std::call_once(a, [] {}); }); });
  first.join();
  second.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
