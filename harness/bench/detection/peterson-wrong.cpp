// SPDX-License-Identifier: MIT
// Wrong: the turn is given away before the own interest is shown.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<bool> interested[2];
std::atomic<int> turn{0};
std::atomic<int> inside{0};

void enter(int self) {
  turn = 1 - self;
  interested[self] = true;
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
