// SPDX-License-Identifier: MIT
// Wrong: two buyers both find the last ticket before either takes it.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

std::atomic<int> tickets{2};

void buy() {
  if (tickets > 0) --tickets;
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back(buy);
  for (std::thread& thread : threads) thread.join();
  assert(tickets >= 0);
}
