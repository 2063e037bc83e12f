// SPDX-License-Identifier: MIT
// Right: who unlocks and sees no successor empties the queue only if it is still the last of it.
// races: report
#include <atomic>
#include <thread>
#include <vector>

struct Node {
  std::atomic<Node*> next{nullptr};
  std::atomic<bool> locked{false};
};

std::atomic<Node*> tail{nullptr};
int value = 0;

void with_lock(Node& node) {
  node.next = nullptr;
  node.locked = true;
  if (Node* before = tail.exchange(&node); before != nullptr) {
    before->next = &node;
    while (node.locked) std::this_thread::yield();
  }
  ++value;
  if (node.next == nullptr) {
    Node* self = &node;
    if (tail.compare_exchange_strong(self, nullptr)) return;
    while (node.next == nullptr) std::this_thread::yield();
  }
  node.next.load()->locked = false;
}

int main() {
  Node nodes[3];
  std::vector<std::thread> threads;
  for (Node& node : nodes) threads.emplace_back([&node] { with_lock(node); });
  for (std::thread& thread : threads) thread.join();
}
