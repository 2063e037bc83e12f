// SPDX-License-Identifier: MIT
// Right: setters write both under a lock, and the checker reads both under it.
// races: allow
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

constexpr int setters = 49;
std::mutex lock;
int a = 0, b = 0;

void set() {
  const std::lock_guard<std::mutex> guard(lock);
  a = 1;
  b = -1;
}

void check() {
  const std::lock_guard<std::mutex> guard(lock);
  const int first = a, second = b;
  assert((first == 0 && second == 0) || (first == 1 && second == -1));
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < setters; ++i) threads.emplace_back(set);
  threads.emplace_back(check);
  for (std::thread& thread : threads) thread.join();
}
