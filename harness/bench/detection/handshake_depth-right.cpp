// SPDX-License-Identifier: MIT
// Right: the last step is never taken.
// races: report
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> a{0}, b{0};

// Goes one step on whenever the other is just as far; otherwise falls behind for good.
void step(std::atomic<int>& mine, const std::atomic<int>& others, int behind, int steps) {
  for (int i = 1; i <= steps; ++i) {
    if (others == i - behind) mine = i;
  }
}

int main() {
  std::thread one([] { step(a, b, 1, 4); });
  std::thread two([] { step(b, a, 0, 3); });
  one.join();
  two.join();
  assert(b < 4);
}
