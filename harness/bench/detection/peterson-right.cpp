// SPDX-License-Identifier: MIT
// Right: the own interest is shown before the turn is given away.
// races: report
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<bool> interested[2];
std::atomic<int> turn{0};
std::atomic<int> inside{0};

void enter(int self) {
  interested[self] = true;
  turn = 1 - self;
  while (interested[1 - self] && turn == 1 - self) std::this_thread::yield();
  assert(inside.fetch_add(1) == 0);
  --inside;
  interested[self] = false;
}

int main() {
  std::thread a(enter, 0), b(enter, 1);
  a.join();
  b.join();
}
