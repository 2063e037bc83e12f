// SPDX-License-Identifier: MIT
// Wrong: a relaxed flag publishes nothing.
// races: report
// verdict: data_race
#include <atomic>
#include <thread>

std::atomic<bool> ready{false};
int data = 0;

int main() {
  constexpr auto store = std::memory_order_relaxed, load = std::memory_order_relaxed;
  std::thread writer([] {
    data = 1;
    ready.store(true, store);
  });
  const bool seen = ready.load(load);
  const int value = seen ? data : 1;
  writer.join();
  return value - 1;
}
