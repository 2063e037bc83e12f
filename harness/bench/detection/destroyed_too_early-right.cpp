// SPDX-License-Identifier: MIT
// Right: the waiter frees the latch when the opener has ended.
// races: report
#include <atomic>
#include <thread>

struct Latch {
  std::atomic<int> open{0};
  std::atomic<int> uses{0};
};

int main() {
  auto* latch = new Latch;
  std::thread opener([latch] {
    latch->open = 1;
    ++latch->uses;
  });
  while (latch->open == 0) std::this_thread::yield();
  opener.join();
  delete latch;
}
