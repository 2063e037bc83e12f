// SPDX-License-Identifier: MIT
// Right: a ticket is drawn in one step.
// races: report
#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

std::atomic<int> next_ticket{0}, serving{0};
std::atomic<int> inside{0};

void enter() {
  const int mine = next_ticket++;
  while (serving != mine) std::this_thread::yield();
  assert(inside.fetch_add(1) == 0);
  --inside;
  serving = mine + 1;
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back(enter);
  for (std::thread& thread : threads) thread.join();
}
