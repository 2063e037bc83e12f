// SPDX-License-Identifier: MIT
// Right: the counter is read and written in one critical section.
// races: report
#include <cassert>
#include <mutex>
#include <thread>

std::mutex lock;
int counter = 0;

void add() {
  lock.lock();
  const int seen = counter;
  counter = seen + 1;
  lock.unlock();
}

int main() {
  std::thread a(add), b(add);
  a.join();
  b.join();
  assert(counter == 2);
}
