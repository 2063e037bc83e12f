// SPDX-License-Identifier: MIT
// Right: the worker is told to stop after its last item was handed over.
// races: report
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
  items.fetch_add(1);
  stopping = true;
  worker.join();
  assert(taken == 2);
}
