// SPDX-License-Identifier: MIT
// explore: --schedules 5000
// Both kinds of atomic smart pointers, and the free functions that C++20 took out of use.
#include <atomic>
#include <memory>
#include <thread>

std::atomic<std::shared_ptr<int>> current;
std::atomic<std::weak_ptr<int>> watched;
std::shared_ptr<int> settings = std::make_shared<int>(0);

int main() {
  std::thread writer([] {
    for (int i = 1; i < 3; ++i) {
      const auto fresh = std::make_shared<int>(i);
      current.store(fresh, std::memory_order_release);
      watched.store(fresh);
      std::atomic_store(&settings, fresh);
    }
    current.exchange(nullptr);
  });
  int sum = 0;
  for (int i = 0; i < 2; ++i) {
    if (const auto seen = current.load(std::memory_order_acquire)) sum += *seen;
    if (const auto seen = watched.load().lock()) sum += *seen;
    sum += *std::atomic_load(&settings);
    auto expected = current.load();
    current.compare_exchange_strong(expected, expected);
  }
  writer.join();
  return sum < 0;
}
