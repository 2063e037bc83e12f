// SPDX-License-Identifier: MIT
// Right: three threads take three locks, the lower one first.
// races: report
#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

std::mutex locks[3];

void both(int i) {
  int first = i, second = (i + 1) % 3;
  if (first > second) std::swap(first, second);
  const std::lock_guard<std::mutex> outer(locks[first]);
  const std::lock_guard<std::mutex> inner(locks[second]);
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back(both, i);
  for (std::thread& thread : threads) thread.join();
}
