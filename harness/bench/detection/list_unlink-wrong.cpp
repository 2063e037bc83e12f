// SPDX-License-Identifier: MIT
// Wrong: two neighbours are unlinked at once, each through the other, and one stays in the list.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

// A list 0 -> 1 -> 2 -> 3 by indices.
std::atomic<int> next[4];
std::mutex lock;

void remove_node(int node) {
  int before = 0;
  while (next[before] != node) before = next[before];
  next[before] = next[node].load();
}

int main() {
  for (int i = 0; i < 3; ++i) next[i] = i + 1;
  std::thread a(remove_node, 1), b(remove_node, 2);
  a.join();
  b.join();
  assert(next[0] == 3);
}
