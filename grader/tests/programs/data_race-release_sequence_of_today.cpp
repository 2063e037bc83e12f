// SPDX-License-Identifier: MIT
// explore:
// C++20: a store ends the release sequence, even one of the same thread.
#include <atomic>
#include <cassert>
#include <thread>

int data = 0;
std::atomic<int> flag{0};

int main() {
  std::jthread writer([] {
    data = 1;
    flag.store(1, std::memory_order_release);
    flag.store(2, std::memory_order_relaxed);
  });
  if (flag.load(std::memory_order_acquire) == 2) assert(data == 1);
}
