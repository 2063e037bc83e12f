// SPDX-License-Identifier: MIT
// Wrong: producers and consumers wait on one condition variable, and one notification may reach
// the wrong kind.
// races: report
// verdict: deadlock
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

constexpr int capacity = 2, each = 3, producers = 3, consumers = 3;
std::mutex lock;
std::condition_variable changed;
std::condition_variable &not_full = changed, &not_empty = changed;
int held = 0;

void produce() {
  for (int i = 0; i < each; ++i) {
    std::unique_lock<std::mutex> guard(lock);
    while (held == capacity) not_full.wait(guard);
    ++held;
    not_empty.notify_one();
  }
}

void consume() {
  for (int i = 0; i < each; ++i) {
    std::unique_lock<std::mutex> guard(lock);
    while (held == 0) not_empty.wait(guard);
    --held;
    not_full.notify_one();
  }
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < producers; ++i) threads.emplace_back(produce);
  for (int i = 0; i < consumers; ++i) threads.emplace_back(consume);
  for (std::thread& thread : threads) thread.join();
}
