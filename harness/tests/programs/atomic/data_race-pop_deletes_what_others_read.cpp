// SPDX-License-Identifier: MIT
// A lock-free stack that deletes what another thread still looks at.
#include <kata/kata.hpp>

struct Node {
  int value;
  Node* next;
};

std::atomic<Node*> head{nullptr};

void pop() {
  Node* top = head.load();
  while (top != nullptr && !head.compare_exchange_weak(top, top->next)) {
  }
  delete top;
}

void run(kata::Schedule&) {
  head = new Node{1, new Node{2, nullptr}};
  std::thread a(pop), b(pop);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
