// SPDX-License-Identifier: MIT
// explore:
// The writer acquires and the reader releases: that orders nothing.
#include <sanitizer/tsan_interface.h>

#include <atomic>
#include <thread>

std::atomic<int> flag{0};
int data;

int main() {
  std::thread other([] {
    data = 1;
    __tsan_acquire(&flag);
    flag.store(1, std::memory_order_relaxed);
  });
  while (flag.load(std::memory_order_relaxed) == 0) std::this_thread::yield();
  __tsan_release(&flag);
  const int seen = data;
  other.join();
  return seen != 1;
}
