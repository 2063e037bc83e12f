// SPDX-License-Identifier: MIT
// Right: whoever sees the token takes it in one step.
// races: report
#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

constexpr int members = 3;
std::atomic<int> token[members];
std::atomic<int> holders{0};

void pass(int self) {
  if (token[self].exchange(0) == 0) return;
  assert(holders.fetch_add(1) == 0);
  --holders;
  token[(self + 1) % members] = 1;
}

int main() {
  token[0] = 1;
  std::vector<std::thread> threads;
  // Two threads serve each member.
  for (int i = 0; i < 2 * members; ++i) threads.emplace_back(pass, i % members);
  for (std::thread& thread : threads) thread.join();
}
