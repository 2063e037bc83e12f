// SPDX-License-Identifier: MIT
// Wrong: the waiter frees the latch as soon as it is open, while the opener still uses it.
// races: report
// verdict: data_race crash
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
  delete latch;
  opener.join();
}
