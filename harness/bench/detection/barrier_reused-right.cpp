// SPDX-License-Identifier: MIT
// Right: threads wait for the round to change, which happens once a round.
// races: report
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

constexpr int parties = 3, rounds = 3;
std::mutex lock;
std::condition_variable all_here;
int arrived = 0;
int round_number = 0;

void arrive_and_wait() {
  std::unique_lock<std::mutex> guard(lock);
  const int mine = round_number;
  if (++arrived == parties) {
    arrived = 0;
    ++round_number;
    all_here.notify_all();
    return;
  }
  while (round_number == mine) all_here.wait(guard);
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
