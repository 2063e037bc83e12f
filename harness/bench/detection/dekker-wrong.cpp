// SPDX-License-Identifier: MIT
// Wrong: each looks for the other before it shows itself.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<bool> wants[2];
std::atomic<int> inside{0};

// Enters unless the other is there; never waits.
void try_enter(int self) {
  const bool other = wants[1 - self];
  wants[self] = true;
  if (!other) {
    assert(inside.fetch_add(1) == 0);
    --inside;
  }
  wants[self] = false;
}

int main() {
  std::thread a(try_enter, 0), b(try_enter, 1);
  a.join();
  b.join();
}
