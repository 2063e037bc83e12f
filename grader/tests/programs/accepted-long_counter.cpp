// SPDX-License-Identifier: MIT
// explore: --schedules 2
// More than 400,000 steps: long, and no livelock.
#include <mutex>
#include <thread>
#include <vector>

std::mutex mutex;
long counter = 0;

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int round = 0; round < 60'000; ++round) {
        std::lock_guard lock(mutex);
        ++counter;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return counter != 240'000;
}
