// SPDX-License-Identifier: MIT
// A null pointer is followed.
#include <kata/kata.hpp>

struct Node {
  int value;
  Node* next;
};

void run(kata::Schedule& schedule) {
  Node node{1, nullptr};
  Node* volatile next = node.next;
  schedule.expect(next->value == 1, "never");
}

KATA_SCENARIOS(kata::scenario("run", run);)
