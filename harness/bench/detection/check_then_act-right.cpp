// SPDX-License-Identifier: MIT
// Right: a buyer finds and takes a ticket in one step.
// races: report
#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

std::atomic<int> tickets{2};

void buy() {
  int left = tickets;
  while (left > 0 && !tickets.compare_exchange_strong(left, left - 1)) {
  }
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back(buy);
  for (std::thread& thread : threads) thread.join();
  assert(tickets >= 0);
}
