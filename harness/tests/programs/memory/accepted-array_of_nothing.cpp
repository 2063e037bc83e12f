// SPDX-License-Identifier: MIT
// An array without elements, the last thing on the heap, is deleted like any other.
#include <kata/kata.hpp>

void run(kata::Schedule& s) {
  int* first = new int[0];
  int* second = new int[0];
  s.expect(first != second, "each has an address of its own");
  delete[] second;
  delete[] first;
}

KATA_SCENARIOS(kata::scenario("run", run);)
