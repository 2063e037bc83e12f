// SPDX-License-Identifier: MIT
// Wrong: two threads that take turns exactly reach 144 (SCTBench's fib_bench has the same idea).
// races: allow
// verdict: crash
#include <cassert>
#include <thread>

int i = 1, j = 1;

int main() {
  std::thread a([] {
    for (int k = 0; k < 5; ++k) i += j;
  });
  std::thread b([] {
    for (int k = 0; k < 5; ++k) j += i;
  });
  a.join();
  b.join();
  assert(i < 144 && j < 144);
}
