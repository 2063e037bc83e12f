// SPDX-License-Identifier: MIT
// explore:
// A return from main ends the process; threads that still compute vanish.
#include <atomic>
#include <thread>

std::atomic<int> count{0};

int main() {
  std::thread([] {
    for (;;) ++count;
  }).detach();
  while (count == 0) std::this_thread::yield();
}
