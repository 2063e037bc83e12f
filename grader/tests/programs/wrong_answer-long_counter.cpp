// SPDX-License-Identifier: MIT
// explore:
#include <atomic>
#include <thread>
#include <vector>

std::atomic<long> counter{0};

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int round = 0; round < 60'000; ++round) counter = counter + 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  return counter != 240'000;
}
