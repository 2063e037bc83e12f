// SPDX-License-Identifier: MIT
// Right: all threads hold the same lock.
// races: allow
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

std::mutex lock, other;
int value = 0;

void add(std::mutex& mine) {
  const std::lock_guard<std::mutex> guard(mine);
  const int seen = value;
  value = seen + 1;
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back([] { add(lock); });
  threads.emplace_back([] { add(lock); });
  for (std::thread& thread : threads) thread.join();
  assert(value == 4);
}
