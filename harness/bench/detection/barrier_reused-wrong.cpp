// SPDX-License-Identifier: MIT
// Wrong: a fast thread enters the next round and changes the count that a slow one of this round
// waits for.
// races: report
// verdict: deadlock
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

constexpr int parties = 3, rounds = 3;
std::mutex lock;
std::condition_variable all_here;
int arrived = 0;

void arrive_and_wait() {
  std::unique_lock<std::mutex> guard(lock);
  if (++arrived == parties) {
    arrived = 0;
    all_here.notify_all();
    return;
  }
  while (arrived != 0) all_here.wait(guard);
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < parties; ++i) {
    threads.emplace_back([] {
      for (int k = 0; k < rounds; ++k) arrive_and_wait();
    });
  }
  for (std::thread& thread : threads) thread.join();
}
