// SPDX-License-Identifier: MIT
// Wrong: the worker is told to stop before its last item is handed over, and so may miss it.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> items{0};
std::atomic<bool> stopping{false};
int taken = 0;

void work() {
  for (;;) {
    const bool last = stopping;
    taken += items.exchange(0);
    if (last) return;
    std::this_thread::yield();
  }
}

int main() {
  std::thread worker(work);
  items.fetch_add(1);
  stopping = true;
  items.fetch_add(1);
  worker.join();
  assert(taken == 2);
}
