// SPDX-License-Identifier: MIT
// explore: --flag=-std=c++17 --schedules 5000
// C++17: a release sequence goes on with what the same thread stores next.
#include <atomic>
#include <cassert>
#include <thread>

int data = 0;
std::atomic<int> flag{0};

int main() {
  std::thread writer([] {
    data = 1;
    flag.store(1, std::memory_order_release);
    flag.store(2, std::memory_order_relaxed);
  });
  if (flag.load(std::memory_order_acquire) == 2) assert(data == 1);
  writer.join();
}
