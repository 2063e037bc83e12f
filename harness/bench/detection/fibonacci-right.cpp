// SPDX-License-Identifier: MIT
// Right: two threads that take turns exactly never exceed 144.
// races: allow
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
  assert(i <= 144 && j <= 144);
}
