// SPDX-License-Identifier: MIT
// Wrong: a reader may come between the two stages of a writer.
// races: report
// verdict: crash
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

constexpr int writers = 1;
std::mutex first_lock, second_lock;
int first = 0, second = 0;

void writing() {
  {
    const std::lock_guard<std::mutex> guard(first_lock);
    first = 1;
  }
  const std::lock_guard<std::mutex> guard(second_lock);
  second = 2;
}

void reading() {
  {
    const std::lock_guard<std::mutex> guard(first_lock);
    if (first == 0) return;
  }
  const std::lock_guard<std::mutex> guard(second_lock);
  assert(second == 2);
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i) threads.emplace_back(writing);
  threads.emplace_back(reading);
  for (std::thread& thread : threads) thread.join();
}
