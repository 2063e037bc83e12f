// SPDX-License-Identifier: MIT
// Wrong: the flag says done when the work has only begun.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> state{0};
std::atomic<int> value{0};

void initialise() {
  int expected = 0;
  if (state.compare_exchange_strong(expected, 2)) value = 5;
  while (state != 2) std::this_thread::yield();
}

void use() {
  initialise();
  assert(value == 5);
}

int main() {
  std::thread a(use), b(use), c(use);
  a.join();
  b.join();
  c.join();
}
