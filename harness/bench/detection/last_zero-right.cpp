// SPDX-License-Identifier: MIT
// Right: the elements are read under the lock that those hold who raise them.
// races: allow
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

constexpr int size = 6;
std::mutex lock;
int values[size];

// The first element always is 0, so some zero must be found.
void find_last_zero() {
  const std::lock_guard<std::mutex> guard(lock);
  int at = size - 1;
  while (at > 0 && values[at] != 0) --at;
  int zeros = 0;
  for (int k = at; k < size; ++k) zeros += values[k] == 0 ? 1 : 0;
  assert(zeros == 1);
}

void raise_element(int at) {
  const std::lock_guard<std::mutex> guard(lock);
  values[at] = values[at - 1] + 1;
}

int main() {
  std::vector<std::thread> threads;
  for (int at = 1; at < size; ++at) threads.emplace_back(raise_element, at);
  threads.emplace_back(find_last_zero);
  for (std::thread& thread : threads) thread.join();
}
