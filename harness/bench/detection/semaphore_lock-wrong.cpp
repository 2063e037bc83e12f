// SPDX-License-Identifier: MIT
// Wrong: the semaphore that serves as a lock lets two in.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <semaphore>
#include <thread>
#include <vector>

std::counting_semaphore<4> gate{2};
std::atomic<int> value{0};

void add() {
  gate.acquire();
  const int seen = value;
  value = seen + 1;
  gate.release();
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back(add);
  for (std::thread& thread : threads) thread.join();
  assert(value == 3);
}
