// SPDX-License-Identifier: MIT
// A list is reversed, which libstdc++ does inside the library, while another thread walks over it.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  std::list<int> list{1, 2, 3};
  std::thread other([&] { list.reverse(); });
  int sum = 0;
  for (const int value : list) sum += value;
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
