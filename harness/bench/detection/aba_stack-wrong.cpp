// SPDX-License-Identifier: MIT
// Wrong: nodes are used again, so the head may be the same node with another successor (ABA).
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <cstdint>
#include <thread>

// Nodes 1, 2 and 3; 0 is none. The head's upper half counts.
std::atomic<std::uint32_t> head{0};
std::atomic<std::uint32_t> next[4];
std::atomic<int> owners[4];

std::uint32_t node_of(std::uint32_t value) { return value & 0xffff; }

void push(std::uint32_t node) {
  std::uint32_t seen = head;
  do {
    next[node] = node_of(seen);
  } while (!head.compare_exchange_strong(seen, (seen & ~0xffffU) | node));
}

std::uint32_t pop() {
  std::uint32_t seen = head;
  for (;;) {
    if (node_of(seen) == 0) return 0;
    const std::uint32_t after = next[node_of(seen)];
    const std::uint32_t count = 0;
    if (head.compare_exchange_strong(seen, count | after)) return node_of(seen);
  }
}

void take(std::uint32_t node) {
  if (node != 0) assert(owners[node].fetch_add(1) == 0);
}

void give_back(std::uint32_t node) {
  if (node == 0) return;
  --owners[node];
  push(node);
}

int main() {
  for (std::uint32_t node = 3; node >= 1; --node) push(node);
  std::thread one([] { take(pop()); });
  std::thread two([] {
    const std::uint32_t first = pop();
    take(first);
    const std::uint32_t second = pop();
    take(second);
    give_back(first);
    take(pop());
  });
  one.join();
  two.join();
}
