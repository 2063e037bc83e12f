// SPDX-License-Identifier: MIT
// The last element of a set is looked up while another thread erases one in the middle.
#include <kata/kata.hpp>

void run(kata::Schedule& schedule) {
  std::set<int> set{1, 2, 3};
  std::thread other([&] { set.erase(2); });
  schedule.expect(*set.rbegin() == 3, "the last stays");
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
