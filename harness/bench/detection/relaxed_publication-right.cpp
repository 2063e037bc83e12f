// SPDX-License-Identifier: MIT
// Right: a flag stored with release and loaded with acquire publishes what was written before.
// races: report
#include <atomic>
#include <thread>

std::atomic<bool> ready{false};
int data = 0;

int main() {
  constexpr auto store = std::memory_order_release, load = std::memory_order_acquire;
  std::thread writer([] {
    data = 1;
    ready.store(true, store);
  });
  const bool seen = ready.load(load);
  const int value = seen ? data : 1;
  writer.join();
  return value - 1;
}
