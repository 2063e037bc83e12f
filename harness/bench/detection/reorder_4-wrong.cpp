// SPDX-License-Identifier: MIT
// Wrong: a checker may come between the two writes of the first setter.
// races: allow
// verdict: crash
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

constexpr int setters = 3;
std::mutex lock;
int a = 0, b = 0;

void set() {
  a = 1;
  b = -1;
}

void check() {
  const int first = a, second = b;
  assert((first == 0 && second == 0) || (first == 1 && second == -1));
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < setters; ++i) threads.emplace_back(set);
  threads.emplace_back(check);
  for (std::thread& thread : threads) thread.join();
}
